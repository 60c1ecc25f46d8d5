using KakaoWorkflow.Emulator.StepFunctions.Histories;
using KakaoWorkflow.Emulator.StepFunctions.Interpretation;
using KakaoWorkflow.Emulator.Storage;
using Microsoft.Data.Sqlite;

namespace KakaoWorkflow.Emulator.StepFunctions.Executions;

/// <summary>
/// Executions and their events on disk. The events of one step are one row, since they are always written together; a
/// heartbeat is no event, and only the newest one of a task is kept.
/// </summary>
internal sealed class ExecutionStore(LocalDatabase database)
{
    /// <summary>The tables.</summary>
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS sfn_executions (
            id INTEGER PRIMARY KEY, arn TEXT NOT NULL UNIQUE, name TEXT NOT NULL, state_machine_arn TEXT NOT NULL,
            state_machine_name TEXT NOT NULL, role_arn TEXT NOT NULL, revision INTEGER NOT NULL, input TEXT NOT NULL,
            trace_header TEXT, started INTEGER NOT NULL, status INTEGER NOT NULL, stopped INTEGER, output TEXT, error TEXT,
            cause TEXT, redrives INTEGER NOT NULL, redriven INTEGER, redrive_token TEXT, events INTEGER NOT NULL) STRICT;
        CREATE INDEX IF NOT EXISTS sfn_executions_by_machine ON sfn_executions (state_machine_arn, id);
        CREATE INDEX IF NOT EXISTS sfn_executions_by_status ON sfn_executions (state_machine_arn, status, id);
        CREATE INDEX IF NOT EXISTS sfn_executions_running ON sfn_executions (id) WHERE status = 0;
        CREATE TABLE IF NOT EXISTS sfn_events (
            execution INTEGER NOT NULL, step INTEGER NOT NULL, last_event INTEGER NOT NULL, events BLOB NOT NULL) STRICT;
        CREATE UNIQUE INDEX IF NOT EXISTS sfn_events_by_execution ON sfn_events (execution, step);
        CREATE TABLE IF NOT EXISTS sfn_heartbeats (
            execution INTEGER NOT NULL, task_event INTEGER NOT NULL, event BLOB NOT NULL,
            PRIMARY KEY (execution, task_event)) STRICT;
        """;

    private const string Columns = """
        id, arn, name, state_machine_arn, state_machine_name, role_arn, revision, input, trace_header, started, status, stopped,
        output, error, cause, redrives, redriven, redrive_token, events
        """;

    /// <summary>Stores a new execution and its first events.</summary>
    /// <returns>False, and nothing is stored, when the ARN is taken.</returns>
    public async Task<bool> InsertAsync(ExecutionRecord execution, IReadOnlyList<HistoryEvent> events)
    {
        var json = StoredHistory.Write(events);
        var inserted = false;
        await database.WriteAsync(write =>
        {
            inserted = write.Execute(
                """
                INSERT INTO sfn_executions VALUES
                    ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 0, NULL, NULL, $15)
                ON CONFLICT (arn) DO NOTHING
                """,
                execution.Id, execution.Identity.Arn, execution.Identity.Name, execution.Identity.StateMachineArn,
                execution.Identity.StateMachineName, execution.Identity.RoleArn, execution.RevisionId, execution.Input,
                execution.TraceHeader, execution.StartTime.ToUnixTimeMilliseconds(), (int)execution.Status,
                execution.StopTime?.ToUnixTimeMilliseconds(), execution.Output, execution.Error, execution.Cause,
                execution.EventCount) == 1;
            if (inserted)
                InsertStep(write, execution, step: 0, json);
        });
        return inserted;
    }

    /// <summary>Appends the events of a step.</summary>
    /// <param name="execution">As it is after them.</param>
    /// <param name="step">The number of the step, without gaps.</param>
    /// <param name="events">The events and heartbeats, at least one.</param>
    /// <param name="changesRecord">Whether more of the record than its number of events has changed: it ended, or goes on.</param>
    public Task AppendAsync(ExecutionRecord execution, long step, IReadOnlyList<HistoryEvent> events, bool changesRecord)
    {
        var heartbeats = events.Where(happened => happened.Type == HistoryEventType.HeartbeatReceived).ToList();
        var json = StoredHistory.Write(
            heartbeats.Count == 0 ? events : [.. events.Where(happened => happened.Type != HistoryEventType.HeartbeatReceived)]);
        return database.WriteAsync(write =>
        {
            if (heartbeats.Count < events.Count)
                InsertStep(write, execution, step, json);
            foreach (var heartbeat in heartbeats)
            {
                write.Execute(
                    "INSERT INTO sfn_heartbeats VALUES ($0, $1, $2) ON CONFLICT DO UPDATE SET event = excluded.event",
                    execution.Id, ((EventDetails.Heartbeat)heartbeat.Details!).TaskEventId, StoredHistory.Write([heartbeat]));
            }
            if (changesRecord)
                UpdateRecord(write, execution);
        });
    }

    /// <summary>An execution; null when there is none.</summary>
    public Task<ExecutionRecord?> FindAsync(string arn) => database.ReadAsync(connection =>
        Query(connection, $"SELECT {Columns} FROM sfn_executions WHERE arn = $0", arn).FirstOrDefault());

    /// <summary>The executions up to this number that have not ended.</summary>
    public Task<List<ExecutionRecord>> RunningAsync(long lastId) => database.ReadAsync(connection => Query(
        connection,
        $"SELECT {Columns} FROM sfn_executions WHERE status = {(int)ExecutionStatus.Running} AND id <= $0 ORDER BY id",
        lastId));

    /// <summary>Executions of a machine, the newest first.</summary>
    /// <param name="stateMachineArn">The machine.</param>
    /// <param name="status">Only these; null for all.</param>
    /// <param name="redriven">Only those that were, or were not, redriven; null for all.</param>
    /// <param name="before">Only older ones than this number; null from the newest.</param>
    /// <param name="count">At most so many.</param>
    public Task<List<ExecutionRecord>> ListAsync(
        string stateMachineArn, ExecutionStatus? status, bool? redriven, long? before, int count) =>
        database.ReadAsync(connection => Query(
            connection,
            $"""
            SELECT {Columns} FROM sfn_executions
            WHERE state_machine_arn = $0 AND id < $1 AND {(status is null ? "$2 IS NULL" : "status = $2")}
                AND ($3 IS NULL OR (redrives > 0) = $3)
            ORDER BY id DESC LIMIT $4
            """,
            stateMachineArn, before ?? long.MaxValue, (int?)status, redriven, count));

    /// <summary>The number of the newest execution; 0 without any.</summary>
    public Task<long> LastIdAsync() => database.ReadAsync(connection =>
    {
        using var command = Command(connection, "SELECT COALESCE(MAX(id), 0) FROM sfn_executions");
        return (long)command.ExecuteScalar()!;
    });

    /// <summary>Everything that rebuilds an execution, in the order of <see cref="Interpreter.Replay"/>, and the number of its next step.</summary>
    public Task<(List<HistoryEvent> Events, long NextStep)> ReplayAsync(long execution) => database.ReadAsync(connection =>
    {
        var events = new List<HistoryEvent>();
        var next = 0L;
        using (var command = Command(connection, "SELECT step, events FROM sfn_events WHERE execution = $0 ORDER BY step", execution))
        using (var rows = command.ExecuteReader())
        {
            while (rows.Read())
            {
                next = rows.GetInt64(0) + 1;
                events.AddRange(StoredHistory.Read(rows.GetFieldValue<byte[]>(1)));
            }
        }
        using (var command = Command(connection, "SELECT event FROM sfn_heartbeats WHERE execution = $0", execution))
        using (var rows = command.ExecuteReader())
        {
            while (rows.Read())
                events.AddRange(StoredHistory.Read(rows.GetFieldValue<byte[]>(0)));
        }
        return (events, next);
    });

    /// <summary>A piece of the history that the API shows.</summary>
    /// <param name="execution">The execution's number.</param>
    /// <param name="first">The id of the first event, in reading direction.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="reverse">Whether to read from newer to older ones.</param>
    public Task<List<HistoryEvent>> HistoryAsync(long execution, long first, int count, bool reverse) =>
        database.ReadAsync(connection =>
        {
            var events = new List<HistoryEvent>(count);
            // A row holds the events up to its last one, so the row in which a backward reading starts is the first that reaches that far.
            using var command = Command(
                connection,
                reverse
                    ? """
                      SELECT events FROM sfn_events WHERE execution = $0 AND step <=
                          COALESCE((SELECT MIN(step) FROM sfn_events WHERE execution = $0 AND last_event >= $1), 9223372036854775807)
                      ORDER BY step DESC
                      """
                    : "SELECT events FROM sfn_events WHERE execution = $0 AND last_event >= $1 ORDER BY step",
                execution, first);
            using var rows = command.ExecuteReader();
            while (events.Count < count && rows.Read())
            {
                IEnumerable<HistoryEvent> step = StoredHistory.Read(rows.GetFieldValue<byte[]>(0)).Where(happened => happened.IsVisible);
                step = reverse
                    ? step.Reverse().SkipWhile(happened => happened.Id > first)
                    : step.SkipWhile(happened => happened.Id < first);
                events.AddRange(step.Take(count - events.Count));
            }
            return events;
        });

    private static void InsertStep(WriteTransaction write, ExecutionRecord execution, long step, byte[] json) => write.Execute(
        "INSERT INTO sfn_events VALUES ($0, $1, $2, $3)", execution.Id, step, execution.EventCount, json);

    private static void UpdateRecord(WriteTransaction write, ExecutionRecord execution)
    {
        write.Execute(
            """
            UPDATE sfn_executions SET status = $1, stopped = $2, output = $3, error = $4, cause = $5, redrives = $6, redriven = $7,
                redrive_token = $8, events = $9
            WHERE id = $0
            """,
            execution.Id, (int)execution.Status, execution.StopTime?.ToUnixTimeMilliseconds(), execution.Output, execution.Error,
            execution.Cause, execution.RedriveCount, execution.RedriveTime?.ToUnixTimeMilliseconds(), execution.RedriveToken,
            execution.EventCount);
        write.Execute("DELETE FROM sfn_heartbeats WHERE execution = $0", execution.Id);
    }

    private static List<ExecutionRecord> Query(SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Command(connection, sql, values);
        using var rows = command.ExecuteReader();
        var records = new List<ExecutionRecord>();
        while (rows.Read())
            records.Add(Read(rows));
        return records;
    }

    private static ExecutionRecord Read(SqliteDataReader rows) => new(
        rows.GetInt64(0),
        new ExecutionIdentity(rows.GetString(1), rows.GetString(2), rows.GetString(3), rows.GetString(4), rows.GetString(5)),
        rows.GetInt64(6), rows.GetString(7), Text(rows, 8), DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(9)))
    {
        Status = (ExecutionStatus)rows.GetInt32(10),
        StopTime = Time(rows, 11),
        Output = Text(rows, 12),
        Error = Text(rows, 13),
        Cause = Text(rows, 14),
        RedriveCount = rows.GetInt32(15),
        RedriveTime = Time(rows, 16),
        RedriveToken = Text(rows, 17),
        EventCount = rows.GetInt64(18),
    };

    private static string? Text(SqliteDataReader rows, int column) => rows.IsDBNull(column) ? null : rows.GetString(column);

    private static DateTimeOffset? Time(SqliteDataReader rows, int column) =>
        rows.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(column));

    private static SqliteCommand Command(SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // the texts are constants of this class; values are parameters
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var index = 0; index < values.Length; index++)
            command.Parameters.AddWithValue("$" + index, values[index] ?? DBNull.Value);
        return command;
    }
}
