namespace KakaoWorkflow.Proof.Chaos;

/// <summary>Adds rounds up.</summary>
internal sealed class ChaosReport
{
    private readonly SortedDictionary<string, int> _ends = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _faults = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _services = new(StringComparer.Ordinal);

    private int _rounds;
    private long _calls;
    private int _kills;
    private int _resumes;

    /// <summary>How many orders there were.</summary>
    public int Orders { get; private set; }

    /// <summary>How many violations there were.</summary>
    public int Violations { get; private set; }

    /// <summary>How many orders customers wanted; some got no further than a refusal in the chat.</summary>
    public int Errands { get; private set; }

    /// <summary>Adds a round.</summary>
    public void Add(ChaosSchedule schedule, ChaosOutcome outcome)
    {
        Errands += schedule.Orders;
        _rounds++;
        _calls += outcome.Calls;
        _kills += outcome.Kills;
        _resumes += outcome.Resumes;
        Violations += outcome.Problems.Count;
        foreach (var (end, count) in outcome.Ends)
        {
            Orders += count;
            Count(_ends, end, count);
        }
        foreach (var fault in outcome.Struck)
        {
            Count(_faults, fault.Kind.ToString(), 1);
            Count(_services, fault.Call.Service, 1);
        }
    }

    /// <summary>What was done, then the sum.</summary>
    public IEnumerable<string> Lines()
    {
        yield return "orders: " + Text(_ends);
        yield return "faults: " + Text(_faults);
        yield return "faults at: " + Text(_services);
        yield return $"{_calls} calls, {_kills} kills, {_resumes} orders resumed by the operator";
        yield return $"{_rounds} rounds, {Errands} orders wanted, {Orders} placed, {Violations} violations";
    }

    private static void Count(SortedDictionary<string, int> counts, string name, int count) =>
        counts[name] = counts.GetValueOrDefault(name) + count;

    private static string Text(SortedDictionary<string, int> counts) =>
        counts.Count == 0 ? "none" : string.Join(", ", counts.Select(count => $"{count.Key} {count.Value}"));
}
