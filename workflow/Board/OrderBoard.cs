using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Board;

/// <summary>
/// Puts paid orders on the café's board. The board lives on the order records themselves, so that making an order and refunding
/// it exclude each other by a condition on one item; <see cref="MoveOrder"/> takes an order on from here.
/// </summary>
public sealed class OrderBoard(OrderTable table)
{
    /// <summary>How often it looks at the order and tries, while others change it.</summary>
    public const int MaxAttempts = 3;

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
                await TryChangeAsync(orderId, "REMOVE openStatus", "openStatus = :mark", cancellationToken, (":mark", Attributes.Text(OpenMark.Unannounced)));
                return false;
            }
            if (await TryAddAsync(orderId, paidAt, isMarked, cancellationToken))
                return true;
        }
        throw new OrderConflictException(orderId);
    }

    private Task<bool> TryAddAsync(string orderId, DateTimeOffset paidAt, bool isMarked, CancellationToken cancellationToken) => TryChangeAsync(
        orderId,
        "SET preparation = :to, boardDay = :day" + (isMarked ? " REMOVE openStatus" : ""),
        $"{IsToBeMade} AND attribute_not_exists(preparation) AND "
        + (isMarked ? "openStatus = :mark" : "(attribute_not_exists(openStatus) OR openStatus <> :mark)"),
        cancellationToken,
        (":to", Attributes.Text(Preparation.ToMake)),
        (":day", Attributes.Text(BookDay.Of(paidAt).ToString())),
        (":mark", Attributes.Text(OpenMark.Unannounced)),
        (":paid", Attributes.Text(OrderStatus.Paid)));

    private async Task<bool> TryChangeAsync(
        string orderId, string update, string condition, CancellationToken cancellationToken, params (string Name, AttributeValue Value)[] values)
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
            await table.UpdateAsync(change, cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }
}
