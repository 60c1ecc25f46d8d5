namespace KakaoWorkflow.Invariants;

/// <summary>The one list of what must always be true; used by tests, benchmarks, the daily report and the operator's command alike.</summary>
public static class InvariantChecker
{
    /// <summary>All invariants.</summary>
    public static IReadOnlyList<Invariant> All { get; } =
    [
        new("ledger-equals-account",
            "Points are never created or lost: a member's ledger lines add up to the account.",
            PointInvariants.LedgerEqualsAccount),
        new("no-negative-points",
            "Points are never spent twice: neither available nor held points are below zero.",
            PointInvariants.NoNegativePoints),
        new("holds-equal-held",
            "Every held point belongs to exactly one open hold.",
            PointInvariants.HoldsEqualHeld),
        new("no-open-hold-on-ended-order",
            "An order that has ended holds nothing, and its hold ended the same way.",
            PointInvariants.HoldsEndWithTheirOrders),
        new("ledger-explained-by-orders",
            "Each ledger line is explained by one event of one order, and each such event has its line.",
            PointInvariants.LedgerExplainedByOrders),
        new("points-or-debt",
            "Points and debt never stand beside each other: nobody can spend points while he owes some.",
            PointInvariants.PointsOrDebt),
        new("points-explained-by-orders",
            "What a member has is what was given to him and what the orders that the café was paid for earn, less what they spent.",
            PointInvariants.PointsExplainedByOrders),
        new("money-equals-status",
            "Money is kept exactly for paid orders: captured and not given back if and only if the order is PAID.",
            MoneyInvariants.MoneyEqualsStatus),
        new("one-capture-per-order",
            "At most one capture was ever made for an order.",
            MoneyInvariants.OneCapturePerOrder),
        new("refunds-explain-order",
            "What an order says of its refunds is the sum of their records, and none gives back more than there was.",
            RefundInvariants.RefundsExplainOrder),
        new("refunds-explain-ledger",
            "Each point that a refund gave back or took back, and each point of debt, has its ledger line.",
            RefundInvariants.RefundsExplainLedger),
        new("one-order-in-flight",
            "A member has at most one order in flight, and the account names it.",
            OrderInvariants.OneOrderInFlight),
        new("index-shows-open-orders",
            "The index of open orders shows each order that is open, and a settled one only under a mark.",
            OrderInvariants.IndexShowsOpenOrders),
        new("paid-order-reaches-board",
            "The café hears of every paid order: it is on the board, or marked so that the reconciler puts it there.",
            OrderInvariants.PaidOrderReachesBoard),
        new("late-money-is-looked-for",
            "KakaoPay is asked once more about every order that ended without a sale after its payment was prepared: it was, or the order is marked so.",
            OrderInvariants.LateMoneyIsLookedFor),
        new("board-shows-unfinished-orders",
            "The board's index shows a paid order from its announcement until it is picked up or called back, and no longer.",
            BoardInvariants.BoardShowsUnfinishedOrders),
        new("moves-explain-preparation",
            "Each step of an order on the board has its move, with who and when, one step from the move before.",
            BoardInvariants.MovesExplainPreparation),
        new("cancelled-order-is-not-made",
            "What a customer cancelled before the café began is never begun.",
            BoardInvariants.CancelledOrderIsNotMade),
        new("no-order-without-execution",
            "Every order in flight has an execution that carries it on.",
            OrderInvariants.NoOrderWithoutExecution),
        new("execution-tells-the-truth",
            "What an execution gives as its outcome is the order's status.",
            OrderInvariants.ExecutionTellsTheTruth),
        new("ended-order-keeps-no-credentials",
            "An ended order keeps no task token and no pg_token.",
            OrderInvariants.EndedOrderKeepsNoCredentials),
        new("attention-tells-the-truth",
            "An order that waits for an operator has its matter and the other way round, and no matter is about a settled order.",
            AttentionInvariants.AttentionTellsTheTruth),
    ];

    /// <summary>Checks everything.</summary>
    public static IReadOnlyList<Violation> Check(Snapshot snapshot) =>
    [
        .. from invariant in All
           from finding in invariant.Check(snapshot)
           select new Violation(invariant.Name, finding.Subject, finding.Detail),
    ];
}
