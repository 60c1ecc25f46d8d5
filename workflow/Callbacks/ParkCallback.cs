using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.KakaoPay;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Callbacks;

/// <summary>
/// Keeps what KakaoPay's redirect brought on the order, then tells the queue where to look. A callback that comes before the
/// execution waits is not lost: AwaitApproval finds it.
/// </summary>
public sealed class ParkCallback(OrderTable table, ICallbackQueue callbacks, TimeProvider time)
{
    private readonly OrderRecords _orders = new(table);

    /// <summary>
    /// Parks an approval. May find the order open without one (parks it), open with one (the first stays; the message is sent
    /// again, since the first sender may have died before it), or ended (changes nothing).
    /// </summary>
    /// <returns>The order as it is now.</returns>
    /// <exception cref="OrderNotFoundException">There is no such order.</exception>
    public async Task<Order> ApproveAsync(string orderId, PgToken pgToken, CancellationToken cancellationToken)
    {
        var order = await SetAsync(
            orderId,
            "SET pgToken = :token, callbackKind = :kind, callbackAt = :now",
            "attribute_not_exists(pgToken)",
            (":token", Attributes.Text(pgToken.Value)), (":kind", Attributes.Text(CallbackKind.Approved)));
        if (order.IsOpen)
            await callbacks.SendAsync(new CallbackMessage(orderId, CallbackKind.Approved), cancellationToken);
        return order;
    }

    /// <summary>Passes on that the browser came back from the cancel or fail URL. It proves nothing, so nothing is stored over an approval.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="kind"><see cref="CallbackKind.Cancelled"/> or <see cref="CallbackKind.Failed"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The order as it is now.</returns>
    public async Task<Order> HintAsync(string orderId, string kind, CancellationToken cancellationToken)
    {
        var order = await _orders.GetAsync(orderId, cancellationToken);
        if (order is { IsOpen: true, PgToken: null })
            await callbacks.SendAsync(new CallbackMessage(orderId, kind), cancellationToken);
        return order;
    }

    /// <summary>
    /// Withdraws an order that is not paid yet. May find it open (marks it; whoever comes to it next ends it), withdrawn
    /// already (tells the queue again), or ended (changes nothing).
    /// </summary>
    /// <returns>The order as it is now.</returns>
    public async Task<Order> WithdrawAsync(string orderId, CancellationToken cancellationToken)
    {
        var order = await SetAsync(orderId, "SET withdrawnAt = :now", "attribute_not_exists(withdrawnAt)");
        if (order.IsOpen)
            await callbacks.SendAsync(new CallbackMessage(orderId, CallbackKind.Withdrawn), cancellationToken);
        return order;
    }

    private async Task<Order> SetAsync(
        string orderId, string update, string condition, params (string Name, AttributeValue Value)[] values)
    {
        var attributes = new Dictionary<string, AttributeValue>(StringComparer.Ordinal)
        {
            [":now"] = Attributes.Instant(time.GetUtcNow()),
        };
        foreach (var (name, value) in values)
            attributes[name] = value;
        // By the status, not by openStatus: that also marks a settled order at which somebody must look.
        for (var index = 0; index < OrderStatus.Open.Count; index++)
            attributes[":open" + index] = Attributes.Text(OrderStatus.Open[index]);
        var open = string.Join(", ", Enumerable.Range(0, OrderStatus.Open.Count).Select(index => ":open" + index));
        try
        {
            return Order.Read(await table.UpdateAsync(new Update
            {
                Key = ItemKey.Order(orderId).ToAttributes(),
                UpdateExpression = update,
                ConditionExpression = $"#status IN ({open}) AND {condition}",
                ExpressionAttributeNames = new(StringComparer.Ordinal) { ["#status"] = "status" },
                ExpressionAttributeValues = attributes,
            }));
        }
        catch (ConditionalCheckFailedException)
        {
            return await _orders.GetAsync(orderId);
        }
    }
}
