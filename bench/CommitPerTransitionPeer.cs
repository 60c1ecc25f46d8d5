using Microsoft.Data.Sqlite;

namespace KakaoWorkflow.Bench;

/// <summary>The peer of the engine benchmark: SQLite with one commit per transition, what a durable engine does without grouping its writes.</summary>
internal static class CommitPerTransitionPeer
{
    private const int Transitions = 2_000;
    private const int EventBytes = 500;

    /// <summary>Transitions per second.</summary>
    public static double Measure(string folder, TimeProvider time)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "peer.db")};Pooling=False");
        connection.Open();
        using var set = connection.CreateCommand();
        set.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE events (id INTEGER PRIMARY KEY, event BLOB NOT NULL) STRICT;";
        set.ExecuteNonQuery();
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO events (event) VALUES ($event)";
        insert.Parameters.AddWithValue("$event", new byte[EventBytes]);
        var started = time.GetTimestamp();
        for (var index = 0; index < Transitions; index++)
            insert.ExecuteNonQuery();
        return Transitions / time.GetElapsedTime(started).TotalSeconds;
    }
}
