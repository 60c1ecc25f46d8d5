using KakaoWorkflow.Invariants;
using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Proof.Kills;

/// <summary>What must be true when the kills are over and the café is quiet.</summary>
internal static class KillChecks
{
    /// <summary>Checks everything.</summary>
    /// <param name="snapshot">What is there.</param>
    /// <param name="remainder">What is still under way.</param>
    /// <param name="promises">What customers were told.</param>
    /// <param name="witness">What became of the witness's messages.</param>
    public static IReadOnlyList<Violation> Check(Snapshot snapshot, Remainder remainder, Promises promises, MessageWitness witness) =>
    [
        .. InvariantChecker.Check(snapshot),
        .. UnderWay(snapshot, remainder),
        .. Announcements(snapshot),
        .. Told(snapshot, promises),
        .. Messages(witness),
    ];

    /// <summary>Whether a paid order reached the café's board, or was called back before it did.</summary>
    public static bool IsAnnounced(Order order) => order.Preparation is not null || order.RecalledAt is not null;

    private static IEnumerable<Violation> UnderWay(Snapshot snapshot, Remainder remainder)
    {
        if (!remainder.IsNothing)
            yield return new Violation("all-ends", "the café", remainder.ToString());
        foreach (var order in snapshot.Orders.Values.Where(order => order.IsOpen))
            yield return new Violation("all-ends", order.OrderId, $"it is still {order.Status}");
        foreach (var (orderId, execution) in snapshot.Executions.Where(execution => execution.Value.Status != "SUCCEEDED"))
            yield return new Violation("all-ends", orderId, $"its execution is {execution.Status}");
        foreach (var orderId in snapshot.IndexedOpenOrders)
            yield return new Violation("all-ends", orderId, $"the index of open orders shows it as {snapshot.Orders[orderId].OpenStatus}");
    }

    private static IEnumerable<Violation> Announcements(Snapshot snapshot) =>
        from order in snapshot.Orders.Values
        where order.WasPaid && !IsAnnounced(order)
        select new Violation("no-message-lost", order.OrderId, $"{order.Status}, and the café never heard of it");

    private static IEnumerable<Violation> Told(Snapshot snapshot, Promises promises)
    {
        foreach (var orderId in promises.Orders.Where(orderId => !snapshot.Orders.ContainsKey(orderId)))
            yield return new Violation("told-orders-exist", orderId, "a customer was told of it, and it is not there");
        foreach (var orderId in promises.Refunds.Where(orderId => snapshot.Orders.GetValueOrDefault(orderId)?.Status != OrderStatus.Refunded))
            yield return new Violation("told-refunds-happen", orderId, $"its refund was accepted, and it is {snapshot.Orders.GetValueOrDefault(orderId)?.Status}");
        foreach (var complaint in promises.Complaints)
            yield return new Violation("customers-get-answers", "a customer", complaint);
    }

    private static IEnumerable<Violation> Messages(MessageWitness witness) =>
        witness.Lost.Select(message => new Violation("no-message-lost", message, "its send was answered, and it was never received"))
            .Concat(witness.Returned.Select(message => new Violation("no-message-lost", message, "its deletion was answered, and it came back")));
}
