using System.Globalization;
using System.Text.Json;
using KakaoWorkflow.Emulator.Sqs.Messages;
using KakaoWorkflow.Emulator.Sqs.Moves;
using KakaoWorkflow.Emulator.Sqs.Queues;
using Microsoft.Data.Sqlite;

namespace KakaoWorkflow.Emulator.Sqs.Storage;

/// <summary>Reads the index back from the database: everything about the messages but their contents.</summary>
internal static class QueueLoader
{
    public static QueueIndex Load(SqliteConnection connection, long nowMs)
    {
        var index = new QueueIndex(Read(connection, "SELECT reserved FROM sqs_position", row => row.GetInt64(0)).FirstOrDefault(1));
        foreach (var queue in Read(connection, "SELECT id, name, attributes, tags, created_ms, modified_ms FROM sqs_queue", ReadQueue))
            index.Add(queue);
        LoadMessages(connection, index, nowMs);
        LoadDeduplication(connection, index);
        index.Moves.AddRange(Read(
            connection,
            "SELECT id, source_id, destination_arn, rate_per_second, started_ms, to_move, status, moved, failure FROM sqs_move_task ORDER BY id",
            row => ReadMove(row, nowMs)));
        return index;
    }

    public static MessageContent? LoadContent(SqliteConnection connection, long position)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT body, attributes, trace_header FROM sqs_message WHERE position = $position";
        command.Parameters.AddWithValue("$position", position);
        using var row = command.ExecuteReader();
        return row.Read()
            ? new MessageContent(row.GetString(0), MessageAttributesJson.Read(Text(row, 1)), Text(row, 2))
            : null;
    }

    private static void LoadMessages(SqliteConnection connection, QueueIndex index, long nowMs)
    {
        const string Sql = """
            SELECT queue_id, position, message_id, group_id, deduplication_id, dead_letter_source, sent_ms, size_bytes,
              coalesce(d.visible_ms, m.visible_ms), coalesce(receive_count, 0), coalesce(first_received_ms, 0), coalesce(received_ms, 0)
            FROM sqs_message m LEFT JOIN sqs_delivery d USING (position)
            """;
        foreach (var (queueId, message) in Read(connection, Sql, ReadMessage))
            index.Find(queueId)?.Add(message, nowMs);
    }

    private static void LoadDeduplication(SqliteConnection connection, QueueIndex index)
    {
        const string Sql =
            "SELECT queue_id, deduplication_key, message_id, position, expires_ms FROM sqs_deduplication ORDER BY expires_ms, position";
        var entries = Read(connection, Sql, row => (
            QueueId: row.GetInt64(0),
            Entry: new DeduplicationEntry(row.GetString(1), ParseId(row.GetString(2)), row.GetInt64(3), row.GetInt64(4))));
        foreach (var (queueId, entry) in entries)
            index.Find(queueId)?.Deduplication.Add(entry);
    }

    private static MessageQueue ReadQueue(SqliteDataReader row)
    {
        var attributes = JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString(2))!;
        return new MessageQueue(row.GetInt64(0), row.GetString(1), QueueSettingsReader.Create(row.GetString(1), attributes))
        {
            Tags = JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString(3))!,
            CreatedMs = row.GetInt64(4),
            ModifiedMs = row.GetInt64(5),
        };
    }

    private static (long QueueId, QueuedMessage Message) ReadMessage(SqliteDataReader row) => (
        row.GetInt64(0),
        new QueuedMessage(row.GetInt64(1), ParseId(row.GetString(2)))
        {
            GroupId = Text(row, 3),
            DeduplicationId = Text(row, 4),
            DeadLetterSourceArn = Text(row, 5),
            SentMs = row.GetInt64(6),
            SizeBytes = row.GetInt32(7),
            VisibleMs = row.GetInt64(8),
            ReceiveCount = row.GetInt32(9),
            FirstReceivedMs = row.GetInt64(10),
            ReceivedMs = row.GetInt64(11),
        });

    private static MoveTask ReadMove(SqliteDataReader row, long nowMs) => new(row.GetInt64(0), row.GetInt64(1))
    {
        DestinationArn = Text(row, 2),
        RatePerSecond = row.IsDBNull(3) ? null : row.GetInt32(3),
        StartedMs = row.GetInt64(4),
        ToMove = row.GetInt64(5),
        Status = Enum.Parse<MoveTaskStatus>(row.GetString(6)),
        Moved = row.GetInt64(7),
        FailureReason = Text(row, 8),
        NextMs = nowMs,
    };

    private static List<T> Read<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the texts are constants of this class
        command.CommandText = sql;
#pragma warning restore CA2100
        using var row = command.ExecuteReader();
        var rows = new List<T>();
        while (row.Read())
            rows.Add(read(row));
        return rows;
    }

    private static Guid ParseId(string text) => Guid.Parse(text, CultureInfo.InvariantCulture);

    private static string? Text(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);
}
