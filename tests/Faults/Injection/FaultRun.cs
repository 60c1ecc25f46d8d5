using System.Collections.Concurrent;

namespace KakaoWorkflow.Tests.Faults.Injection;

/// <summary>The faults of one run, and the calls that it made.</summary>
/// <param name="faults">At most one per call.</param>
internal sealed class FaultRun(params IReadOnlyList<Fault> faults)
{
    private readonly Lock _lock = new();
    private readonly List<CallName> _calls = [];
    private readonly ConcurrentDictionary<(string, string, string), int> _ordinals = new();
    private readonly List<(int AfterCalls, BufferedCall Call)> _zombies = [];
    private readonly HashSet<Fault> _struck = [];

    /// <summary>A run in which all goes well.</summary>
    public static FaultRun None => new();

    /// <summary>The calls in the order in which they were made.</summary>
    public IReadOnlyList<CallName> Calls
    {
        get
        {
            lock (_lock)
                return [.. _calls];
        }
    }

    /// <summary>The faults that have struck.</summary>
    public IReadOnlyCollection<Fault> Struck => _struck;

    /// <summary>Runs once when the call is about to leave; null for nothing.</summary>
    public (CallName Call, Func<Task> Run)? Interruption { get; init; }

    /// <summary>Names a call, and keeps it.</summary>
    public CallName Enter(string function, string service, string operation)
    {
        var ordinal = _ordinals.AddOrUpdate((function, service, operation), 0, (_, last) => last + 1);
        var call = new CallName(function, service, operation, ordinal);
        lock (_lock)
            _calls.Add(call);
        return call;
    }

    /// <summary>What goes wrong with a call; null for nothing.</summary>
    public FaultKind? Strike(CallName call)
    {
        lock (_lock)
        {
            if (faults.FirstOrDefault(fault => fault.Call == call) is not { } fault)
                return null;
            _struck.Add(fault);
            return fault.Kind;
        }
    }

    /// <summary>Keeps a call for later.</summary>
    /// <param name="call">The call.</param>
    /// <param name="calls">After how many more calls of the run; null for after its end.</param>
    public void Delay(BufferedCall call, int? calls)
    {
        lock (_lock)
            _zombies.Add((calls is null ? int.MaxValue : _calls.Count + calls.Value, call));
    }

    /// <summary>Takes the calls whose time has come.</summary>
    /// <param name="all">Whether the end has come, and with it everybody's time.</param>
    public IReadOnlyList<BufferedCall> TakeZombies(bool all)
    {
        lock (_lock)
        {
            var due = _zombies.Where(zombie => all || zombie.AfterCalls <= _calls.Count).Select(zombie => zombie.Call).ToList();
            _zombies.RemoveAll(zombie => due.Contains(zombie.Call));
            return due;
        }
    }
}
