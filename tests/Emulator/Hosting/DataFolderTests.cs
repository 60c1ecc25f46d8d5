using KakaoWorkflow.Emulator.Hosting;
using Microsoft.Data.Sqlite;

namespace KakaoWorkflow.Tests.Emulator.Hosting;

public sealed class DataFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kakaoworkflow-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Open_ByTwoHosts_SaysThatItIsInUse()
    {
        using var first = DataFolder.Open(_folder);
        Should.Throw<DataFolderInUseException>(() => DataFolder.Open(_folder));
    }

    [Theory]
    [InlineData("file")]
    [InlineData("file/below")]
    public void Open_AFile_SaysSo(string name)
    {
        File.WriteAllText(Path.Combine(_folder, "file"), "");
        Should.Throw<DataFolderUnusableException>(() => DataFolder.Open(Path.Combine(_folder, name)))
            .Message.ShouldContain($"{Path.Combine(_folder, "file")} is a file");
    }

    [Fact]
    public void Open_WhereNoFolderCanBeMade_DoesNotBlameAnotherHost() =>
        Should.Throw<DataFolderUnusableException>(() => DataFolder.Open("/proc/kakaoworkflow")).Message.ShouldContain("/proc/kakaoworkflow");

    [Fact]
    public void Of_WhatTheSystemSays_IsOneSentenceThatNamesTheFolder()
    {
        Said(new UnauthorizedAccessException()).ShouldContain("this user may not write there");
        Said(new IOException("", 28)).ShouldContain("the disk is full");
        Said(new IOException("", 30)).ShouldContain("it is read-only");
        Said(new SqliteException("", 8)).ShouldContain("it is read-only");
        Said(new SqliteException("", 13)).ShouldContain("the disk is full");
        Said(new SqliteException("", 26)).ShouldContain("damaged");
        DataFolderUnusableException.Of("/data", new InvalidOperationException()).ShouldBeNull();

        static string Said(Exception error)
        {
            var message = DataFolderUnusableException.Of("/data", error)!.Message;
            message.ShouldStartWith("The data folder /data cannot be used: ");
            message.ShouldNotContain("\n");
            return message;
        }
    }
}
