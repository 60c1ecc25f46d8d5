using KakaoWorkflow.Emulator.Storage;
using Microsoft.Data.Sqlite;

namespace KakaoWorkflow.Tests.Emulator.Storage;

public sealed class LocalDatabaseTests : IDisposable
{
    private const string Schema = "CREATE TABLE IF NOT EXISTS t (k TEXT PRIMARY KEY, v INTEGER) STRICT";
    private readonly string _folder = Directory.CreateTempSubdirectory("kakaoworkflow-").FullName;

    private string File => Path.Combine(_folder, "local.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Write_Committed_IsThereAfterReopening()
    {
        await using (var database = LocalDatabase.Open(File, Schema))
            await database.WriteAsync(write => write.Execute("INSERT INTO t VALUES ($0, $1)", "a", 7));

        await using var reopened = LocalDatabase.Open(File, Schema);
        (await reopened.ReadAsync(Count)).ShouldBe(1);
    }

    [Fact]
    public async Task Write_Failing_LeavesTheOthersOfItsGroupAlone()
    {
        await using var database = LocalDatabase.Open(File, Schema);
        var writes = Enumerable.Range(0, 50)
            .Select(number => database.WriteAsync(write => write.Execute("INSERT INTO t VALUES ($0, $1)", $"k{number % 49}", number)))
            .ToList();

        await Should.ThrowAsync<SqliteException>(() => Task.WhenAll(writes));
        writes.Count(write => write.IsFaulted).ShouldBe(1);
        (await database.ReadAsync(Count)).ShouldBe(49);
    }

    [Fact]
    public async Task Write_AfterClosing_IsRefused()
    {
        var database = LocalDatabase.Open(File, Schema);
        await database.DisposeAsync();
        await Should.ThrowAsync<ObjectDisposedException>(() => database.WriteAsync(_ => { }));
    }

    [Fact]
    public async Task Format_OfANewFile_IsThePresentOne()
    {
        await LocalDatabase.Open(File, Schema).DisposeAsync();
        Scalar("PRAGMA user_version").ShouldBe(LocalDatabase.Format);
    }

    [Fact]
    public async Task Format_Missing_IsTakenForAnOlderFile()
    {
        Scalar("CREATE TABLE t (k TEXT PRIMARY KEY, v INTEGER) STRICT; INSERT INTO t VALUES ('a', 7); SELECT COUNT(*) FROM t").ShouldBe(1);

        await using (var database = LocalDatabase.Open(File, Schema))
            (await database.ReadAsync(Count)).ShouldBe(1);
        Scalar("PRAGMA user_version").ShouldBe(LocalDatabase.Format);
    }

    [Fact]
    public async Task Format_OfALaterVersion_IsRefusedAndNothingIsChanged()
    {
        Scalar($"PRAGMA user_version = {LocalDatabase.Format + 1}; CREATE TABLE later (k); SELECT 0");
        var before = await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken);

        var refused = Should.Throw<NewerFormatException>(() => LocalDatabase.Open(File, Schema));
        refused.Message.ShouldContain($"its format is {LocalDatabase.Format + 1}, and this version reads up to {LocalDatabase.Format}");
        (await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken)).ShouldBe(before);
    }

    private object? Scalar(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static long Count(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM t";
        return (long)command.ExecuteScalar()!;
    }
}
