using KakaoWorkflow.Local.Storage;
using Microsoft.Data.Sqlite;

namespace KakaoWorkflow.Tests.Local.Storage;

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

    private static long Count(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM t";
        return (long)command.ExecuteScalar()!;
    }
}
