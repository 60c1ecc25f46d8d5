using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Invariants;

/// <summary>What is always true of money.</summary>
internal static class MoneyInvariants
{
    public static Invariant MoneyEqualsStatus { get; } = new(
        "money-equals-status",
        "Money is kept exactly for paid orders: captured and not given back if and only if the order is PAID.",
        MoneyEqualsStatusViolations);

    private static IEnumerable<(string, string)> MoneyEqualsStatusViolations(Snapshot snapshot)
    {
        foreach (var order in snapshot.EndedOrders)
        {
            if (order is { SettledAs: SettledAs.Refunded, WasPaid: true })
                yield return (order.OrderId, $"{order.Status}, though {order.SettledBy} has given the money back");
            // A person's word holds where KakaoPay does not know the payment, or where the money went back by other means.
            if (order.SettledAs is not null && (order.SettledAs == SettledAs.Refunded || !snapshot.Payments.ContainsKey(order.OrderId)))
                continue;
            var keptWon = snapshot.Payments.GetValueOrDefault(order.OrderId)?.KeptWon ?? 0;
            var dueWon = order.WasPaid ? order.AmountDueWon - order.RefundedWon + order.RefundedByHandWon : 0;
            // A refund under way has given its money back or not; either is right until it is settled.
            var underWayWon = snapshot.OpenRefundOf(order)?.Parts.CashWon ?? 0;
            if (keptWon != dueWon && keptWon != dueWon - underWayWon)
                yield return (order.OrderId, $"{order.Status}, {dueWon} won are due, KakaoPay shows {keptWon} won kept");
        }
        foreach (var (orderId, payment) in snapshot.Payments.Where(payment => !snapshot.Orders.ContainsKey(payment.Key)))
        {
            if (payment.KeptWon != 0)
                yield return (orderId, $"{payment.KeptWon} won kept without an order");
        }
    }

    public static Invariant OneCapturePerOrder { get; } = new(
        "one-capture-per-order",
        "At most one capture was ever made for an order.",
        OneCapturePerOrderViolations);

    private static IEnumerable<(string, string)> OneCapturePerOrderViolations(Snapshot snapshot) =>
        from payment in snapshot.Payments
        where payment.Value.Captures > 1
        select (payment.Key, $"{payment.Value.Captures} captures");
}
