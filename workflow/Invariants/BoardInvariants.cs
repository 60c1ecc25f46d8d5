using KakaoWorkflow.Orders;
using KakaoWorkflow.Refunds;

namespace KakaoWorkflow.Invariants;

/// <summary>What is always true of the café's board.</summary>
internal static class BoardInvariants
{
    public static Invariant BoardShowsUnfinishedOrders { get; } = new(
        "board-shows-unfinished-orders",
        "The board's index shows a paid order from its announcement until it is picked up or called back, and no longer.",
        BoardShowsUnfinishedOrdersViolations);

    private static IEnumerable<(string, string)> BoardShowsUnfinishedOrdersViolations(Snapshot snapshot) =>
        from order in snapshot.Orders.Values
        where order.IsOnBoard != order.BoardDay is not null
        select (order.OrderId.ToString(), $"{order.Status}, {order.Preparation ?? "not prepared"}: {(order.BoardDay is null ? "is not" : "is")} in the board's index");

    public static Invariant MovesExplainPreparation { get; } = new(
        "moves-explain-preparation",
        "Each step of an order on the board has its move, with who and when, one step from the move before.",
        MovesExplainPreparationViolations);

    private static IEnumerable<(string, string)> MovesExplainPreparationViolations(Snapshot snapshot)
    {
        foreach (var order in snapshot.Orders.Values)
        {
            if (order.Moves is [.., var last] ? last.To != order.Preparation : order.Preparation == Preparation.Making)
                yield return (order.OrderId, $"{order.Preparation ?? "not prepared"}, its moves end at {(order.Moves is [.., var end] ? end.To : "none")}");
            foreach (var (earlier, later) in order.Moves.Zip(order.Moves.Skip(1)))
            {
                if (Preparation.Before(later.To) != earlier.To && Preparation.Before(earlier.To) != later.To)
                    yield return (order.OrderId, $"a move from {earlier.To} to {later.To}");
            }
        }
    }

    public static Invariant CancelledOrderIsNotMade { get; } = new(
        "cancelled-order-is-not-made",
        "What a customer cancelled before the café began is never begun.",
        CancelledOrderIsNotMadeViolations);

    private static IEnumerable<(string, string)> CancelledOrderIsNotMadeViolations(Snapshot snapshot) =>
        from refund in snapshot.Refunds
        where refund.By == RefundRequest.Customer
        let order = snapshot.Orders.GetValueOrDefault(refund.OrderId)
        where order?.Preparation is not (null or Preparation.ToMake)
        select (refund.OrderId.ToString(), $"{order!.Preparation}, though the customer cancelled it before it was begun");
}
