using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Board;

/// <summary>
/// The café's order board: paid orders to make, made, picked up. It lives on the order records themselves, so that making
/// an order and refunding it exclude each other by a condition on one item.
/// </summary>
public sealed class OrderBoard(OrderTable table)
{
    /// <summary>Puts a paid order on the board. Repeating it changes nothing, however far the café is by then.</summary>
    /// <returns>False when the order was there before, is not PAID (any more), or was called back by a refund.</returns>
    public async Task<bool> AddAsync(string orderId, CancellationToken cancellationToken = default)
    {
        var item = await table.GetAsync(ItemKey.Order(orderId), cancellationToken);
        if (item?.OptionalInstant("paidAt") is not { } paidAt)
            return false;
        return await MoveAsync(
            orderId, null, "SET preparation = :to, boardDay = :day",
            (":to", Attributes.Text(Preparation.ToMake)),
            (":day", Attributes.Text(BookDay.Of(paidAt).ToString())));
    }

    /// <summary>The café has made it.</summary>
    /// <returns>False when it was not to be made, or was called back by a refund.</returns>
    public Task<bool> MarkMadeAsync(string orderId) => MoveAsync(
        orderId, Preparation.ToMake, "SET preparation = :to", (":to", Attributes.Text(Preparation.Made)));

    /// <summary>The customer has it; it leaves the board.</summary>
    /// <returns>False when it was not made.</returns>
    public Task<bool> MarkPickedUpAsync(string orderId) => MoveAsync(
        orderId, Preparation.Made, "SET preparation = :to REMOVE boardDay", (":to", Attributes.Text(Preparation.PickedUp)));

    private async Task<bool> MoveAsync(
        string orderId, string? from, string update, params (string Name, AttributeValue Value)[] values)
    {
        var attributes = values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal);
        attributes[":paid"] = Attributes.Text(OrderStatus.Paid);
        var condition = "attribute_not_exists(preparation)";
        if (from is not null)
        {
            attributes[":from"] = Attributes.Text(from);
            condition = "preparation = :from";
        }
        try
        {
            await table.UpdateAsync(new Update
            {
                Key = ItemKey.Order(orderId).ToAttributes(),
                UpdateExpression = update,
                ConditionExpression = $"#status = :paid AND attribute_not_exists(recalledAt) AND {condition}",
                ExpressionAttributeNames = new(StringComparer.Ordinal) { ["#status"] = "status" },
                ExpressionAttributeValues = attributes,
            });
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }
}
