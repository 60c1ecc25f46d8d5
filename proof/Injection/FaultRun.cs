using System.Collections.Concurrent;

namespace KakaoWorkflow.Proof.Injection;

/// <summary>The faults of one run, and the calls that it made.</summary>
/// <param name="law">Says of each call what goes wrong with it; null for nothing.</param>
internal sealed class FaultRun(Func<CallName, FaultKind?> law)
{
    private readonly Lock _lock = new();
    private readonly List<CallName> _calls = [];
    private readonly ConcurrentDictionary<(string, string, string, string), int> _ordinals = new();
    private readonly List<(int AfterCalls, BufferedCall Call)> _zombies = [];
    private readonly List<Fault> _struck = [];

    /// <summary>A run with some faults.</summary>
    /// <param name="faults">At most one per call.</param>
    public FaultRun(params IReadOnlyList<Fault> faults)
        : this(call => faults.FirstOrDefault(fault => fault.Call == call)?.Kind)
    {
    }

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

    /// <summary>The faults that have struck, in that order.</summary>
    public IReadOnlyList<Fault> Struck
    {
        get
        {
            lock (_lock)
                return [.. _struck];
        }
    }

    /// <summary>Tells customers apart; null when there is one.</summary>
    public CallSubjects? Subjects { get; init; }

    /// <summary>Runs once when the call is about to leave; null for nothing.</summary>
    public (CallName Call, Func<Task> Run)? Interruption { get; init; }

    /// <summary>Names a call, and keeps it.</summary>
    public CallName Enter(string function, string service, string operation, string body)
    {
        var subject = Subjects?.Of(body) ?? "";
        var ordinal = _ordinals.AddOrUpdate((subject, function, service, operation), 0, (_, last) => last + 1);
        var call = new CallName(function, service, operation, ordinal) { Subject = subject };
        lock (_lock)
            _calls.Add(call);
        return call;
    }

    /// <summary>What goes wrong with a call; null for nothing.</summary>
    public FaultKind? Strike(CallName call)
    {
        if (law(call) is not { } kind)
            return null;
        lock (_lock)
            _struck.Add(new Fault(call, kind));
        return kind;
    }

    /// <summary>Whether a call that was given up takes effect when others are made.</summary>
    public bool HasCallsUnderWay
    {
        get
        {
            lock (_lock)
                return _zombies.Exists(zombie => zombie.AfterCalls != int.MaxValue);
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
