using System.Text.Json;
using KakaoWorkflow.Emulator.Storage;
using Microsoft.Data.Sqlite;

namespace KakaoWorkflow.Local.KakaoPay.Faults;

/// <summary>
/// The bad days to come. They are kept on disk; of several that fit an operation, the oldest strikes.
/// </summary>
internal sealed class FaultPlan
{
    /// <summary>The most faults at a time.</summary>
    public const int MaxFaults = 1000;

    internal const string Schema =
        "CREATE TABLE IF NOT EXISTS kakaopay_faults (id INTEGER PRIMARY KEY, document TEXT NOT NULL) STRICT;";

    private readonly LocalDatabase _database;
    private readonly ILogger _logger;
    private readonly Lock _lock = new();
    private readonly List<Fault> _faults;
    private long _lastId;

    private FaultPlan(LocalDatabase database, List<Fault> faults, ILogger logger)
    {
        (_database, _faults, _logger) = (database, faults, logger);
        _lastId = faults.Count == 0 ? 0 : faults[^1].Id;
    }

    /// <summary>Adds a fault, and completes when it is on disk.</summary>
    /// <returns>The fault with its id.</returns>
    /// <exception cref="InvalidFieldException">A field is wrong, or there are <see cref="MaxFaults"/> already
    /// (<c>body</c>).</exception>
    public async Task<Fault> AddAsync(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        fault.Validate();
        Task written;
        lock (_lock)
        {
            if (_faults.Count >= MaxFaults)
                throw new InvalidFieldException("body", $"would be one fault more than {MaxFaults}");
            fault = fault with { Id = ++_lastId };
            _faults.Add(fault);
            written = SaveAsync(fault);
        }
        await written;
        return fault;
    }

    /// <summary>The faults that are still to come, oldest first.</summary>
    public IReadOnlyList<Fault> List()
    {
        lock (_lock)
            return [.. _faults];
    }

    /// <summary>Removes one fault.</summary>
    /// <returns>Whether there was one with this id.</returns>
    public async Task<bool> RemoveAsync(long id)
    {
        Task written;
        lock (_lock)
        {
            if (_faults.RemoveAll(fault => fault.Id == id) == 0)
                return false;
            written = DeleteAsync(id);
        }
        await written;
        return true;
    }

    /// <summary>Removes all faults.</summary>
    public Task ClearAsync()
    {
        lock (_lock)
        {
            _faults.Clear();
            return _database.WriteAsync(write => write.Execute("DELETE FROM kakaopay_faults"));
        }
    }

    internal static async Task<FaultPlan> OpenAsync(LocalDatabase database, ILogger logger) =>
        new(database, await database.ReadAsync(ReadAll), logger);

    /// <summary>Takes the oldest fault that fits, and completes when its use is on disk.</summary>
    internal async Task<FaultScript> TakeScriptAsync(string orderId, FaultOperation operation)
    {
        Fault fault;
        Task written;
        lock (_lock)
        {
            var index = _faults.FindIndex(
                fault => fault.Operation == operation && (fault.OrderId is null || fault.OrderId == orderId));
            if (index < 0)
                return FaultScript.None;
            fault = _faults[index];
            written = Use(index);
        }
        await written;
        _logger.FaultStruck(orderId, fault);
        return FaultScript.Of(fault);
    }

    private Task Use(int index)
    {
        var fault = _faults[index];
        if (fault.Always)
            return Task.CompletedTask;
        if (fault.Times == 1)
        {
            _faults.RemoveAt(index);
            return DeleteAsync(fault.Id);
        }
        _faults[index] = fault with { Times = fault.Times - 1 };
        return SaveAsync(_faults[index]);
    }

    private Task SaveAsync(Fault fault)
    {
        var document = JsonSerializer.Serialize(fault, SimulatorJson.Default.Fault);
        return _database.WriteAsync(
            write => write.Execute("INSERT OR REPLACE INTO kakaopay_faults VALUES ($0, $1)", fault.Id, document));
    }

    private Task DeleteAsync(long id) =>
        _database.WriteAsync(write => write.Execute("DELETE FROM kakaopay_faults WHERE id = $0", id));

    private static List<Fault> ReadAll(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT document FROM kakaopay_faults ORDER BY id";
        using var rows = command.ExecuteReader();
        var faults = new List<Fault>();
        while (rows.Read())
            faults.Add(JsonSerializer.Deserialize(rows.GetString(0), SimulatorJson.Default.Fault)!);
        return faults;
    }
}
