using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Payments;

/// <summary>
/// Takes off an order what nobody can use any more, so that nobody goes on sending messages about it. May find it gone, or
/// something newer in its place; then it changes nothing.
/// </summary>
internal sealed class SpentCallback(OrderTable table)
{
    /// <summary>Takes off a task token that Step Functions does not know any more.</summary>
    public Task ForgetTokenAsync(string orderId, string taskToken, CancellationToken cancellationToken) =>
        RemoveAsync(orderId, "taskToken", "taskToken = :was", Attributes.Text(taskToken), cancellationToken);

    /// <summary>Takes off a cancel or fail redirect that KakaoPay did not confirm. An approval stays.</summary>
    /// <param name="order">The order as it was when KakaoPay was asked.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task ForgetHintAsync(Order order, CancellationToken cancellationToken) => order.CallbackAt is { } parkedAt
        ? RemoveAsync(
            order.OrderId, "callbackKind, callbackAt", "attribute_not_exists(pgToken) AND callbackAt = :was", Attributes.Instant(parkedAt),
            cancellationToken)
        : Task.CompletedTask;

    private async Task RemoveAsync(
        string orderId, string attributes, string condition, AttributeValue was, CancellationToken cancellationToken)
    {
        try
        {
            await table.UpdateAsync(
                new Update
                {
                    Key = ItemKey.Order(orderId).ToAttributes(),
                    UpdateExpression = "REMOVE " + attributes,
                    ConditionExpression = condition,
                    ExpressionAttributeValues = new(StringComparer.Ordinal) { [":was"] = was },
                },
                cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            // Something newer is there, and somebody else will look after it.
        }
    }
}
