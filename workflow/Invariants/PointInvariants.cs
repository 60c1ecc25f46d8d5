using KakaoWorkflow.Orders;
using KakaoWorkflow.Points;
using KakaoWorkflow.Refunds;

namespace KakaoWorkflow.Invariants;

/// <summary>What is always true of points.</summary>
internal static class PointInvariants
{
    public static Invariant LedgerEqualsAccount { get; } = new(
        "ledger-equals-account",
        "Points are never created or lost: a member's ledger lines add up to the account.",
        LedgerEqualsAccountViolations);

    private static IEnumerable<(string, string)> LedgerEqualsAccountViolations(Snapshot snapshot)
    {
        var lines = snapshot.Ledger.ToLookup(line => line.MemberId, StringComparer.Ordinal);
        foreach (var account in snapshot.Accounts.Values)
        {
            var available = lines[account.MemberId].Sum(line => line.AvailableDelta);
            var held = lines[account.MemberId].Sum(line => line.HeldDelta);
            var debt = lines[account.MemberId].Sum(line => line.DebtDelta);
            if (available != account.AvailablePoints || held != account.HeldPoints || debt != account.DebtPoints)
            {
                yield return (account.MemberId,
                    $"account {account.AvailablePoints} available, {account.HeldPoints} held and {account.DebtPoints} owed, "
                    + $"ledger {available}, {held} and {debt}");
            }
        }
        foreach (var stray in lines.Where(member => !snapshot.Accounts.ContainsKey(member.Key)))
            yield return (stray.Key, "ledger lines without an account");
    }

    public static Invariant NoNegativePoints { get; } = new(
        "no-negative-points",
        "Points are never spent twice: neither available nor held points are below zero.",
        NoNegativePointsViolations);

    private static IEnumerable<(string, string)> NoNegativePointsViolations(Snapshot snapshot) =>
        from account in snapshot.Accounts.Values
        where account.AvailablePoints < 0 || account.HeldPoints < 0 || account.DebtPoints < 0
        select (account.MemberId, $"{account.AvailablePoints} available, {account.HeldPoints} held, {account.DebtPoints} owed");

    public static Invariant HoldsEqualHeld { get; } = new(
        "holds-equal-held",
        "Every held point belongs to exactly one open hold.",
        HoldsEqualHeldViolations);

    private static IEnumerable<(string, string)> HoldsEqualHeldViolations(Snapshot snapshot)
    {
        var held = snapshot.Holds.Where(hold => hold.State == HoldState.Held).ToLookup(hold => hold.MemberId, StringComparer.Ordinal);
        return from account in snapshot.Accounts.Values
               let sum = held[account.MemberId].Sum(hold => hold.Points)
               where sum != account.HeldPoints
               select (account.MemberId, $"account holds {account.HeldPoints}, its open holds {sum}");
    }

    public static Invariant HoldsEndWithTheirOrders { get; } = new(
        "no-open-hold-on-ended-order",
        "An order that has ended holds nothing, and its hold ended the same way.",
        HoldsEndWithTheirOrdersViolations);

    private static IEnumerable<(string, string)> HoldsEndWithTheirOrdersViolations(Snapshot snapshot)
    {
        foreach (var order in snapshot.EndedOrders)
        {
            var state = snapshot.HoldOf(order.OrderId)?.State;
            var right = order switch
            {
                { PointsUsed: 0 } or { Status: OrderStatus.Rejected } => state is null or HoldState.Void,
                { WasPaid: true } => state == HoldState.Committed,
                _ => state is HoldState.Released or HoldState.Void,
            };
            if (!right)
                yield return (order.OrderId, $"{order.Status} with {order.PointsUsed} points and a hold that is {state ?? "missing"}");
        }
        foreach (var holds in snapshot.Holds.GroupBy(hold => hold.OrderId.ToString(), StringComparer.Ordinal))
        {
            if (!snapshot.Orders.ContainsKey(holds.Key))
                yield return (holds.Key, "a hold without an order");
            if (holds.Count() > 1)
                yield return (holds.Key, $"{holds.Count()} holds of one order");
        }
    }

    public static Invariant LedgerExplainedByOrders { get; } = new(
        "ledger-explained-by-orders",
        "Each ledger line is explained by one event of one order, and each such event has its line.",
        LedgerExplainedByOrdersViolations);

    private static IEnumerable<(string, string)> LedgerExplainedByOrdersViolations(Snapshot snapshot)
    {
        foreach (var order in snapshot.Orders.Values)
        {
            var lines = snapshot.LinesOf(order.OrderId);
            var state = snapshot.HoldOf(order.OrderId)?.State;
            var points = order.PointsUsed;
            foreach (var (kind, available, held) in new[]
            {
                (LedgerKind.Hold, -points, points),
                (LedgerKind.Release, points, -points),
                (LedgerKind.Burn, 0L, -points),
                (LedgerKind.Earn, order.EarnedPoints ?? 0, 0L),
            })
            {
                var expected = kind switch
                {
                    LedgerKind.Hold => state is HoldState.Held or HoldState.Released or HoldState.Committed,
                    LedgerKind.Release => state == HoldState.Released,
                    LedgerKind.Burn => state == HoldState.Committed,
                    _ => order is { WasPaid: true, EarnedPoints: > 0 },
                };
                var line = lines.GetValueOrDefault(kind);
                if (expected ? line is null || line.AvailableDelta != available || line.HeldDelta != held : line is not null)
                {
                    yield return (order.OrderId,
                        $"{kind} line {(line is null ? "missing" : $"{line.AvailableDelta}/{line.HeldDelta}")} on a {order.Status} order");
                }
            }
        }
        foreach (var line in snapshot.Ledger.Where(line => !snapshot.Orders.ContainsKey(line.OrderId) && !line.IsOfGrant(snapshot.Ledger)))
            yield return (line.OrderId, $"{line.Kind} line without an order");
    }

    public static Invariant PointsOrDebt { get; } = new(
        "points-or-debt",
        "Points and debt never stand beside each other: nobody can spend points while he owes some.",
        PointsOrDebtViolations);

    private static IEnumerable<(string, string)> PointsOrDebtViolations(Snapshot snapshot) =>
        from account in snapshot.Accounts.Values
        where account is { AvailablePoints: > 0, DebtPoints: > 0 }
        select (account.MemberId, $"{account.AvailablePoints} points can be spent while {account.DebtPoints} are owed");

    public static Invariant PointsExplainedByOrders { get; } = new(
        "points-explained-by-orders",
        "What a member has is what was given to him and what the orders that the café was paid for earn, less what they spent.",
        PointsExplainedByOrdersViolations);

    private static IEnumerable<(string, string)> PointsExplainedByOrdersViolations(Snapshot snapshot)
    {
        var grants = snapshot.Ledger.Where(line => line.Kind == LedgerKind.Grant).ToLookup(line => line.MemberId, StringComparer.Ordinal);
        var orders = snapshot.Orders.Values.Where(order => order.WasPaid).ToLookup(order => order.MemberId, StringComparer.Ordinal);
        foreach (var account in snapshot.Accounts.Values)
        {
            var granted = grants[account.MemberId].Sum(line => line.AvailableDelta + line.HeldDelta - line.DebtDelta);
            var kept = orders[account.MemberId].Sum(order => KeptPoints(order, snapshot));
            var has = account.AvailablePoints + account.HeldPoints - account.DebtPoints;
            if (has != granted + kept)
                yield return (account.MemberId, $"the member has {has} points, was given {granted}, and the paid orders explain {kept}");
        }
    }

    /// <summary>What a paid order leaves the member with: earned by the rule for what was not refunded, less what stays spent.</summary>
    private static long KeptPoints(Order order, Snapshot snapshot)
    {
        var totalWon = order.Lines.Sum(line => line.TotalWon);
        var refundedWon = order.RefundedQuantities.Zip(order.Lines, (quantity, line) => quantity * line.UnitPriceWon).Sum();
        // A refund under way is in the quantities already, and in the account not before it is settled.
        if (snapshot.OpenRefundOf(order) is { } underWay)
            refundedWon -= underWay.Parts.CashWon + underWay.Parts.Points;
        var earned = order.EarnedPercent is { } percent ? totalWon * percent / 100 : order.EarnedPoints ?? 0;
        if (refundedWon <= 0)
            return earned - order.PointsUsed;
        var back = RefundSplit.Between(totalWon, order.PointsUsed, earned, 0, Math.Min(refundedWon, totalWon));
        return earned - back.EarnedPoints - order.PointsUsed + back.Points;
    }
}
