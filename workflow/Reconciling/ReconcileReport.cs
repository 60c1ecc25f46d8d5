namespace KakaoWorkflow.Reconciling;

/// <summary>What one run of the reconciler found.</summary>
/// <param name="Orders">The orders that it looked at, those that simply move left out.</param>
/// <param name="Looked">How many it looked at in all.</param>
/// <param name="Cursor">Where the next run goes on; null when everything was looked at.</param>
public sealed record ReconcileReport(IReadOnlyList<ReconciledOrder> Orders, int Looked, string? Cursor)
{
    /// <summary>How many matters wait for a person after the run, by kind; every kind is there.</summary>
    public required IReadOnlyDictionary<string, int> Matters { get; init; }

    /// <summary>How many orders there are of each finding.</summary>
    public IReadOnlyDictionary<string, int> Counts => Orders
        .GroupBy(order => order.Finding)
        .ToDictionary(orders => orders.Key.ToString(), orders => orders.Count(), StringComparer.Ordinal);
}
