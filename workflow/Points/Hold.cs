using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Points;

/// <summary>The record of an order's hold, and the transaction parts that create and end it.</summary>
internal static class Hold
{
    /// <summary>The state of an order's hold; null where there is none.</summary>
    public static async Task<string?> StateAsync(OrderTable table, string memberId, string orderId, CancellationToken cancellationToken) =>
        (await table.GetAsync(ItemKey.Hold(memberId, orderId), cancellationToken))?.Text("state");

    /// <summary>A new hold; fails where the order has one, void ones included.</summary>
    public static TransactWriteItem Create(
        string tableName, string memberId, string orderId, long points, string state, DateTimeOffset now)
    {
        var item = ItemKey.Hold(memberId, orderId).ToAttributes();
        item["orderId"] = Attributes.Text(orderId);
        item["state"] = Attributes.Text(state);
        item["points"] = Attributes.Number(points);
        item["stateSince"] = Attributes.Instant(now);
        return new() { Put = new() { TableName = tableName, Item = item, ConditionExpression = "attribute_not_exists(PK)" } };
    }

    /// <summary>HELD to one of the ends; fails in any other state.</summary>
    public static TransactWriteItem End(
        string tableName, string memberId, string orderId, long points, string state, DateTimeOffset now) => new()
        {
            Update = new()
            {
                TableName = tableName,
                Key = ItemKey.Hold(memberId, orderId).ToAttributes(),
                UpdateExpression = "SET #state = :state, stateSince = :now",
                ConditionExpression = "#state = :held AND points = :points",
                ExpressionAttributeNames = new(StringComparer.Ordinal) { ["#state"] = "state" },
                ExpressionAttributeValues = new(StringComparer.Ordinal)
                {
                    [":state"] = Attributes.Text(state),
                    [":held"] = Attributes.Text(HoldState.Held),
                    [":points"] = Attributes.Number(points),
                    [":now"] = Attributes.Instant(now),
                },
            },
        };
}
