using System.Collections.Concurrent;
using KakaoWorkflow.Emulator.StepFunctions.Language;
using KakaoWorkflow.Emulator.Storage;
using Microsoft.Data.Sqlite;

namespace KakaoWorkflow.Emulator.StepFunctions.StateMachines;

/// <summary>State machines and their revisions. The machines are few and kept in memory; every change is on disk before it shows.</summary>
internal sealed class StateMachineStore : IDisposable
{
    /// <summary>The tables.</summary>
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS sfn_revisions (
            id INTEGER PRIMARY KEY, state_machine_arn TEXT NOT NULL, revision_id TEXT, definition TEXT NOT NULL,
            role_arn TEXT NOT NULL, time INTEGER NOT NULL, logging TEXT NOT NULL, tracing TEXT NOT NULL) STRICT;
        CREATE TABLE IF NOT EXISTS sfn_state_machines (
            arn TEXT PRIMARY KEY, name TEXT NOT NULL, created INTEGER NOT NULL,
            revision INTEGER NOT NULL REFERENCES sfn_revisions (id)) STRICT;
        """;

    private const string RevisionColumns = "r.id, r.revision_id, r.definition, r.role_arn, r.time, r.logging, r.tracing";

    private readonly LocalDatabase _database;
    private readonly SemaphoreSlim _changing = new(1, 1);
    private readonly ConcurrentDictionary<string, StateMachine> _machines;
    private readonly ConcurrentDictionary<long, Revision> _revisions;
    private readonly ConcurrentDictionary<long, StateMachineDefinition> _definitions = new();
    private long _lastRevision;

    private StateMachineStore(LocalDatabase database, IReadOnlyList<StateMachine> machines, long lastRevision)
    {
        _database = database;
        _machines = new(machines.Select(machine => KeyValuePair.Create(machine.Arn, machine)));
        _revisions = new(machines.Select(machine => KeyValuePair.Create(machine.Revision.Id, machine.Revision)));
        _lastRevision = lastRevision;
    }

    /// <summary>All machines, by name.</summary>
    public IReadOnlyList<StateMachine> All => [.. _machines.Values.OrderBy(machine => machine.Name, StringComparer.Ordinal)];

    /// <summary>Reads the machines.</summary>
    public static async Task<StateMachineStore> OpenAsync(LocalDatabase database)
    {
        var (machines, last) = await database.ReadAsync(connection => (ReadMachines(connection), LastRevision(connection)));
        return new StateMachineStore(database, machines, last);
    }

    /// <summary>The machine with this ARN; null when there is none.</summary>
    public StateMachine? Find(string arn) => _machines.GetValueOrDefault(arn);

    /// <summary>A revision, also of a machine that was changed or deleted since.</summary>
    /// <exception cref="KeyNotFoundException">No machine ever had it.</exception>
    public async Task<Revision> RevisionAsync(long id)
    {
        if (_revisions.TryGetValue(id, out var known))
            return known;
        return _revisions.GetOrAdd(id, await _database.ReadAsync(connection => ReadRevision(connection, id)));
    }

    /// <summary>The compiled definition of a revision.</summary>
    /// <exception cref="InvalidDefinitionException">It was stored by a version that allowed more.</exception>
    public StateMachineDefinition Definition(Revision revision) =>
        _definitions.GetOrAdd(revision.Id, static (_, text) => StateMachineDefinition.Parse(text), revision.Definition);

    /// <summary>Creates a machine, unless its ARN is taken.</summary>
    /// <param name="machine">What it shall be; the revision's number is given here.</param>
    /// <param name="definition">Its compiled definition.</param>
    /// <returns>The machine that has the ARN now, and whether it is the new one.</returns>
    public async Task<(StateMachine Machine, bool IsNew)> CreateAsync(StateMachine machine, StateMachineDefinition definition)
    {
        await _changing.WaitAsync();
        try
        {
            if (Find(machine.Arn) is { } existing)
                return (existing, false);
            var created = machine with { Revision = machine.Revision with { Id = ++_lastRevision } };
            await _database.WriteAsync(write =>
            {
                Insert(write, created.Arn, created.Revision);
                write.Execute(
                    "INSERT INTO sfn_state_machines VALUES ($0, $1, $2, $3)",
                    created.Arn, created.Name, created.CreationTime.ToUnixTimeMilliseconds(), created.Revision.Id);
            });
            Show(created, definition);
            return (created, true);
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>Gives a machine a new revision.</summary>
    /// <param name="arn">The machine.</param>
    /// <param name="change">From the present revision to the next; its number is given here.</param>
    /// <param name="definition">The next revision's compiled definition; null when it is the present one's.</param>
    /// <returns>The changed machine; null when there is none.</returns>
    public async Task<StateMachine?> UpdateAsync(string arn, Func<Revision, Revision> change, StateMachineDefinition? definition)
    {
        await _changing.WaitAsync();
        try
        {
            if (Find(arn) is not { } present)
                return null;
            var changed = present with { Revision = change(present.Revision) with { Id = ++_lastRevision } };
            definition ??= Definition(present.Revision);
            await _database.WriteAsync(write =>
            {
                Insert(write, arn, changed.Revision);
                write.Execute("UPDATE sfn_state_machines SET revision = $0 WHERE arn = $1", changed.Revision.Id, arn);
            });
            Show(changed, definition);
            return changed;
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>Deletes a machine; its executions go on. Nothing happens when there is none.</summary>
    public async Task DeleteAsync(string arn)
    {
        await _changing.WaitAsync();
        try
        {
            await _database.WriteAsync(write => write.Execute("DELETE FROM sfn_state_machines WHERE arn = $0", arn));
            _machines.TryRemove(arn, out _);
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _changing.Dispose();

    private void Show(StateMachine machine, StateMachineDefinition definition)
    {
        _definitions[machine.Revision.Id] = definition;
        _revisions[machine.Revision.Id] = machine.Revision;
        _machines[machine.Arn] = machine;
    }

    private static void Insert(WriteTransaction write, string arn, Revision revision) => write.Execute(
        "INSERT INTO sfn_revisions VALUES ($0, $1, $2, $3, $4, $5, $6, $7)",
        revision.Id, arn, revision.RevisionId, revision.Definition, revision.RoleArn,
        revision.Time.ToUnixTimeMilliseconds(), revision.LoggingConfiguration, revision.TracingConfiguration);

    private static List<StateMachine> ReadMachines(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            $"SELECT {RevisionColumns}, m.arn, m.name, m.created FROM sfn_state_machines m JOIN sfn_revisions r ON r.id = m.revision";
        using var rows = command.ExecuteReader();
        var machines = new List<StateMachine>();
        while (rows.Read())
        {
            machines.Add(new StateMachine(
                rows.GetString(7), rows.GetString(8), DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(9)), ReadRevision(rows)));
        }
        return machines;
    }

    private static Revision ReadRevision(SqliteConnection connection, long id)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {RevisionColumns} FROM sfn_revisions r WHERE r.id = $id";
        command.Parameters.AddWithValue("$id", id);
        using var rows = command.ExecuteReader();
        return rows.Read() ? ReadRevision(rows) : throw new KeyNotFoundException($"There is no revision {id}.");
    }

    private static Revision ReadRevision(SqliteDataReader rows) => new(
        rows.GetInt64(0), rows.IsDBNull(1) ? null : rows.GetString(1), rows.GetString(2), rows.GetString(3),
        DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(4)), rows.GetString(5), rows.GetString(6));

    private static long LastRevision(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COALESCE(MAX(id), 0) FROM sfn_revisions";
        return (long)command.ExecuteScalar()!;
    }
}
