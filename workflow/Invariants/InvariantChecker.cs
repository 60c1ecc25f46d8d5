namespace KakaoWorkflow.Invariants;

/// <summary>
/// The one list of what is always true. The demo, the runs of faults and the tests check all of it; the daily report chooses from it what
/// the orders of a day can tell.
/// </summary>
public static class InvariantChecker
{
    /// <summary>All invariants.</summary>
    public static IReadOnlyList<Invariant> All { get; } =
    [
        PointInvariants.LedgerEqualsAccount,
        PointInvariants.NoNegativePoints,
        PointInvariants.HoldsEqualHeld,
        PointInvariants.HoldsEndWithTheirOrders,
        PointInvariants.LedgerExplainedByOrders,
        PointInvariants.PointsOrDebt,
        PointInvariants.PointsExplainedByOrders,
        MoneyInvariants.MoneyEqualsStatus,
        MoneyInvariants.OneCapturePerOrder,
        RefundInvariants.RefundsExplainOrder,
        RefundInvariants.RefundsExplainLedger,
        OrderInvariants.OneOrderInFlight,
        OrderInvariants.IndexShowsOpenOrders,
        OrderInvariants.PaidOrderReachesBoard,
        OrderInvariants.LateMoneyIsLookedFor,
        BoardInvariants.BoardShowsUnfinishedOrders,
        BoardInvariants.MovesExplainPreparation,
        BoardInvariants.CancelledOrderIsNotMade,
        OrderInvariants.NoOrderWithoutExecution,
        OrderInvariants.ExecutionTellsTheTruth,
        OrderInvariants.EndedOrderKeepsNoCredentials,
        AttentionInvariants.AttentionTellsTheTruth,
    ];

    /// <summary>Checks everything.</summary>
    public static IReadOnlyList<Violation> Check(Snapshot snapshot) => [.. All.SelectMany(invariant => invariant.In(snapshot))];
}
