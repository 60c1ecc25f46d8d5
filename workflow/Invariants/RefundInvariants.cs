using KakaoWorkflow.Orders;
using KakaoWorkflow.Points;
using KakaoWorkflow.Refunds;

namespace KakaoWorkflow.Invariants;

/// <summary>What is always true of refunds and debt.</summary>
internal static class RefundInvariants
{
    public static Invariant RefundsExplainOrder { get; } = new(
        "refunds-explain-order",
        "What an order says of its refunds is the sum of their records, and none gives back more than there was.",
        RefundsExplainOrderViolations);

    private static IEnumerable<(string, string)> RefundsExplainOrderViolations(Snapshot snapshot)
    {
        foreach (var order in snapshot.Orders.Values)
        {
            var refunds = snapshot.RefundsOf(order.OrderId).ToList();
            var settled = refunds.Where(refund => refund.State == RefundState.Settled).ToList();
            var (cash, points, earned) = (
                settled.Sum(refund => refund.Parts.CashWon),
                settled.Sum(refund => refund.Parts.Points),
                settled.Sum(refund => refund.Parts.EarnedPoints));
            if ((cash, points, earned) != (order.RefundedWon, order.RefundedPoints, order.TakenBackPoints))
            {
                yield return (order.OrderId,
                    $"refunds sum to {cash} won, {points} points back and {earned} taken; the order says "
                    + $"{order.RefundedWon}, {order.RefundedPoints} and {order.TakenBackPoints}");
            }
            if (cash > order.AmountDueWon || points > order.PointsUsed || earned > (order.EarnedPoints ?? 0))
                yield return (order.OrderId, "more was refunded than there was");

            var open = refunds.Where(refund => refund.State != RefundState.Settled).Select(refund => (int?)refund.Number).ToList();
            if (!open.SequenceEqual(order.OpenRefund is null ? [] : [order.OpenRefund]))
                yield return (order.OrderId, $"refunds [{string.Join(", ", open)}] are open, the order names {order.OpenRefund?.ToString() ?? "none"}");
            if (settled.Exists(refund => refund.IsLast) != (order is { Status: OrderStatus.Refunded, PaidAt: not null }))
                yield return (order.OrderId, $"{order.Status}, which its last refund does not say");
        }
        foreach (var stray in snapshot.Refunds.Where(refund => !snapshot.Orders.ContainsKey(refund.OrderId)))
            yield return (stray.OrderId, "a refund without an order");
    }

    public static Invariant RefundsExplainLedger { get; } = new(
        "refunds-explain-ledger",
        "Each point that a refund gave back or took back, and each point of debt, has its ledger line.",
        RefundsExplainLedgerViolations);

    private static IEnumerable<(string, string)> RefundsExplainLedgerViolations(Snapshot snapshot)
    {
        foreach (var order in snapshot.Orders.Values)
        {
            var lines = snapshot.LinesOf(order.OrderId);
            var back = lines.GetValueOrDefault(LedgerKind.Refund);
            var taken = lines.GetValueOrDefault(LedgerKind.TakeBack);
            var paid = lines.GetValueOrDefault(LedgerKind.DebtPayment);
            if ((back?.AvailableDelta ?? 0) != order.RefundedPoints || back is { DebtDelta: not 0 })
                yield return (order.OrderId, $"{back?.AvailableDelta ?? 0} points given back by the ledger, {order.RefundedPoints} by the order");
            // What could not be taken from the available points is owed, so the two together are what was taken back.
            var takenPoints = (taken?.DebtDelta ?? 0) - (taken?.AvailableDelta ?? 0);
            if (takenPoints != order.TakenBackPoints)
                yield return (order.OrderId, $"{takenPoints} points taken back by the ledger, {order.TakenBackPoints} by the order");
            if (paid is not null && (paid.AvailableDelta != paid.DebtDelta || paid.DebtDelta >= 0))
                yield return (order.OrderId, $"{-paid.DebtDelta} points of debt paid with {-paid.AvailableDelta} available ones");
            if (order.DebtPaidPoints > -(paid?.DebtDelta ?? 0) || order.DebtPaidPoints > (order.EarnedPoints ?? 0))
                yield return (order.OrderId, $"{order.DebtPaidPoints} earned points paid debt, of {order.EarnedPoints ?? 0}; the ledger knows {-(paid?.DebtDelta ?? 0)}");
        }
    }
}
