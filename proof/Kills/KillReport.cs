using KakaoWorkflow.Invariants;

namespace KakaoWorkflow.Proof.Kills;

/// <summary>What a run did and found.</summary>
internal sealed record KillReport
{
    /// <summary>How many kills struck in which part of a host's life.</summary>
    public required IReadOnlyDictionary<KillMoment, int> Kills { get; init; }

    /// <summary>How long each start took that came to its end.</summary>
    public required IReadOnlyList<TimeSpan> StartTimes { get; init; }

    /// <summary>What is there at the end.</summary>
    public required Snapshot Snapshot { get; init; }

    /// <summary>How many messages of the witness were accepted.</summary>
    public required int Messages { get; init; }

    /// <summary>How many orders an operator had to resume.</summary>
    public required int Resumed { get; init; }

    /// <summary>What the reconciler found at the end, and how often.</summary>
    public required IReadOnlyDictionary<string, int> Findings { get; init; }

    /// <summary>What is not as it must be.</summary>
    public required IReadOnlyList<Violation> Violations { get; init; }

    /// <summary>How long the run took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The report in lines; the last one is the result.</summary>
    public IEnumerable<string> Lines()
    {
        var orders = Snapshot.Orders.Values;
        yield return $"kills:     {Join(Kills.OrderBy(kill => kill.Key).Select(kill => $"{kill.Key} {kill.Value}"))}";
        yield return $"starts:    {StartTimes.Count} came to their end, in {StartTimes.Min().TotalSeconds:0.0} to {StartTimes.Max().TotalSeconds:0.0} s";
        yield return $"orders:    {Join(orders.CountBy(order => order.Status).OrderBy(end => end.Key, StringComparer.Ordinal).Select(end => $"{end.Key} {end.Value}"))}";
        yield return $"messages:  {Messages} of the witness, {orders.Count(order => order.WasPaid && KillChecks.IsAnnounced(order))} of {orders.Count(order => order.WasPaid)} paid orders reached the café";
        yield return $"reviews:   {Resumed} resumed by an operator";
        yield return $"reconciler at the end: {(Findings.Count == 0 ? "nothing" : Join(Findings.Select(finding => $"{finding.Key} {finding.Value}")))}";
        yield return $"time:      {Duration.TotalSeconds:0} s";
        foreach (var violation in Violations)
            yield return $"VIOLATION  {violation}";
        yield return $"{Kills.Values.Sum()} kills, {Snapshot.Orders.Count} orders, {Violations.Count} violations";
    }

    private static string Join(IEnumerable<string> parts) => string.Join(", ", parts);
}
