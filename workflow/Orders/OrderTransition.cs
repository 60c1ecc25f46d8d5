using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Orders;

/// <summary>
/// The one place where an order's status is written, with its time and its places in the indexes. A change of it names the statuses that it
/// may start from, and so lets nothing leave an ended order.
/// </summary>
internal static class OrderTransition
{
    /// <summary>Begins a change of an order's status.</summary>
    /// <param name="orderId">Which order.</param>
    /// <param name="status">The new status; may be one of <paramref name="from"/>.</param>
    /// <param name="now">The time that <c>statusSince</c> shows.</param>
    /// <param name="from">The statuses that the order may be in.</param>
    public static ItemChange To(OrderId orderId, string status, DateTimeOffset now, params IReadOnlyList<string> from) =>
        new ItemChange(ItemKey.Order(orderId)).To(orderId, status, now).IfStatusIn(from);

    /// <summary>Adds a new status to a change that has conditions of its own.</summary>
    /// <param name="change">The change.</param>
    /// <param name="orderId">Which order it changes.</param>
    /// <param name="status">The new status.</param>
    /// <param name="now">The time that <c>statusSince</c> shows.</param>
    public static ItemChange To(this ItemChange change, OrderId orderId, string status, DateTimeOffset now)
    {
        foreach (var (name, value) in Standing(status, now))
            change.Set(name, value);
        // A refund changes the status of an order that has ended; the day that it belongs to in the books stays.
        return OrderStatus.IsOpen(status)
            ? change
            : change.Remove(OrderAttributes.OpenStatus).SetOnce(OrderAttributes.EndedDay, Attributes.Text(BookDay.Of(now).Shard(orderId)));
    }

    /// <summary>Keeps an ended order in the index of open orders, as one at which the reconciler must look.</summary>
    /// <param name="change">The change.</param>
    /// <param name="mark">One of <see cref="OpenMark"/>; null leaves the index as the status wants it.</param>
    public static ItemChange Mark(this ItemChange change, string? mark) =>
        change.Set(OrderAttributes.OpenStatus, mark is null ? null : Attributes.Text(mark));

    /// <summary>The order must be in one of some statuses.</summary>
    public static ItemChange IfStatusIn(this ItemChange change, params IReadOnlyList<string> statuses) =>
        change.IfOneOf(OrderAttributes.Status, statuses.Select(Attributes.Text));

    /// <summary>The item of a new order, with the least that each order has.</summary>
    public static Dictionary<string, AttributeValue> NewItem(OrderId orderId, string status, DateTimeOffset now)
    {
        var item = ItemKey.Order(orderId).ToAttributes();
        item[OrderAttributes.OrderId] = Attributes.Text(orderId);
        item[OrderAttributes.CreatedAt] = Attributes.Instant(now);
        foreach (var (name, value) in Standing(status, now))
            item[name] = value;
        return item;
    }

    private static IEnumerable<(string Name, AttributeValue Value)> Standing(string status, DateTimeOffset now)
    {
        yield return (OrderAttributes.Status, Attributes.Text(status));
        yield return (OrderAttributes.StatusSince, Attributes.Instant(now));
        if (OrderStatus.IsOpen(status))
            yield return (OrderAttributes.OpenStatus, Attributes.Text(status));
    }
}
