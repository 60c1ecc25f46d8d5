using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Points;

/// <summary>The record of an order's hold, and the transaction parts that create and end it.</summary>
internal static class Hold
{
    /// <summary>The state of an order's hold; null where there is none.</summary>
    public static async Task<string?> StateAsync(OrderTable table, string memberId, OrderId orderId, CancellationToken cancellationToken) =>
        (await table.GetAsync(ItemKey.Hold(memberId, orderId), cancellationToken))?.Text(HoldAttributes.State);

    /// <summary>A new hold; fails where the order has one, void ones included.</summary>
    public static TransactWriteItem Create(
        string tableName, string memberId, OrderId orderId, long points, string state, DateTimeOffset now)
    {
        var item = ItemKey.Hold(memberId, orderId).ToAttributes();
        item[HoldAttributes.OrderId] = Attributes.Text(orderId);
        item[HoldAttributes.State] = Attributes.Text(state);
        item[HoldAttributes.Points] = Attributes.Number(points);
        item[HoldAttributes.StateSince] = Attributes.Instant(now);
        return ItemChange.Create(tableName, item);
    }

    /// <summary>HELD to one of the ends; fails in any other state.</summary>
    public static TransactWriteItem End(
        string tableName, string memberId, OrderId orderId, long points, string state, DateTimeOffset now) =>
        new ItemChange(ItemKey.Hold(memberId, orderId))
            .Set(HoldAttributes.State, Attributes.Text(state))
            .Set(HoldAttributes.StateSince, Attributes.Instant(now))
            .If(HoldAttributes.State, Attributes.Text(HoldState.Held))
            .If(HoldAttributes.Points, Attributes.Number(points))
            .ToWrite(tableName);
}
