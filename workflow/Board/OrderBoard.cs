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
    private const int MaxAttempts = 3;
    private const string IsToBeMade = "#status = :paid AND attribute_not_exists(recalledAt)";

    /// <summary>
    /// Puts a paid order on the board, and takes the mark away under which the reconciler would do so. Repeating it changes
    /// nothing, however far the café is by then.
    /// </summary>
    /// <returns>False when the order was there before, is not PAID (any more), or was called back by a refund.</returns>
    /// <exception cref="OrderConflictException">Others kept changing the order; a repeat tries again.</exception>
    public async Task<bool> AddAsync(string orderId, CancellationToken cancellationToken = default)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await table.GetAsync(ItemKey.Order(orderId), cancellationToken) is not { } item)
                return false;
            var order = Order.Read(item);
            if (order is { AwaitsBoard: false, OpenStatus: not OpenMark.Unannounced })
                return false;
            var isMarked = order.OpenStatus == OpenMark.Unannounced;
            if (!order.AwaitsBoard || order.PaidAt is not { } paidAt)
            {
                if (await TryChangeAsync(orderId, "REMOVE openStatus", "openStatus = :mark", (":mark", Attributes.Text(OpenMark.Unannounced))))
                    return false;
            }
            else if (await TryAddAsync(orderId, paidAt, isMarked))
            {
                return true;
            }
        }
        throw new OrderConflictException(orderId);
    }

    /// <summary>The café has made it.</summary>
    /// <returns>False when it was not to be made, or was called back by a refund.</returns>
    public Task<bool> MarkMadeAsync(string orderId) => MoveAsync(orderId, Preparation.ToMake, "SET preparation = :to", Preparation.Made);

    /// <summary>The customer has it; it leaves the board.</summary>
    /// <returns>False when it was not made.</returns>
    public Task<bool> MarkPickedUpAsync(string orderId) => MoveAsync(
        orderId, Preparation.Made, "SET preparation = :to REMOVE boardDay", Preparation.PickedUp);

    private Task<bool> TryAddAsync(string orderId, DateTimeOffset paidAt, bool isMarked) => TryChangeAsync(
        orderId,
        "SET preparation = :to, boardDay = :day" + (isMarked ? " REMOVE openStatus" : ""),
        $"{IsToBeMade} AND attribute_not_exists(preparation) AND "
        + (isMarked ? "openStatus = :mark" : "(attribute_not_exists(openStatus) OR openStatus <> :mark)"),
        (":to", Attributes.Text(Preparation.ToMake)),
        (":day", Attributes.Text(BookDay.Of(paidAt).ToString())),
        (":mark", Attributes.Text(OpenMark.Unannounced)),
        (":paid", Attributes.Text(OrderStatus.Paid)));

    private Task<bool> MoveAsync(string orderId, string from, string update, string to) => TryChangeAsync(
        orderId, update, $"{IsToBeMade} AND preparation = :from",
        (":from", Attributes.Text(from)), (":to", Attributes.Text(to)), (":paid", Attributes.Text(OrderStatus.Paid)));

    private async Task<bool> TryChangeAsync(string orderId, string update, string condition, params (string Name, AttributeValue Value)[] values)
    {
        var change = new Update
        {
            Key = ItemKey.Order(orderId).ToAttributes(),
            UpdateExpression = update,
            ConditionExpression = condition,
            ExpressionAttributeValues = values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal),
        };
        if (condition.Contains("#status", StringComparison.Ordinal))
            change.ExpressionAttributeNames = new(StringComparer.Ordinal) { ["#status"] = "status" };
        try
        {
            await table.UpdateAsync(change);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }
}
