using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Attention;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Review;

/// <summary>The end of a review: the order's token and the matter by which it was found go in one transaction.</summary>
internal static class ReviewEnd
{
    /// <summary>
    /// Ends the review that an order was read with. May find its token there (takes it away), gone (closes a matter that was
    /// left), or replaced by a newer one (changes nothing).
    /// </summary>
    /// <returns>Whether the order is in review no more.</returns>
    public static Task<bool> TryAsync(OrderTable table, Order order, CancellationToken cancellationToken)
    {
        var change = new Update
        {
            TableName = table.Name,
            Key = ItemKey.Order(order.OrderId).ToAttributes(),
            UpdateExpression = "REMOVE reviewToken, resumeAskedAt",
            ConditionExpression = "attribute_exists(PK) AND attribute_not_exists(reviewToken)",
        };
        if (order.ReviewToken is { } token)
        {
            change.ConditionExpression = "attribute_exists(PK) AND (attribute_not_exists(reviewToken) OR reviewToken = :token)";
            change.ExpressionAttributeValues = new(StringComparer.Ordinal) { [":token"] = Attributes.Text(token) };
        }
        return table.TransactAsync(
            [new() { Update = change }, AttentionWrites.Close(table.Name, AttentionKind.OrderInReview, order.OrderId)], cancellationToken);
    }

    /// <summary>
    /// Earlier versions marked an ended order with REVIEW in the index of open orders and lost the mark that was there: this one
    /// brings it back.
    /// </summary>
    public static async Task RestoreMarkAsync(OrderTable table, Order order, CancellationToken cancellationToken)
    {
        if (order is not { IsOpen: false, OpenStatus: OrderStatus.Review })
            return;
        var mark = OpenMark.Of(order);
        var values = new Dictionary<string, AttributeValue>(StringComparer.Ordinal) { [":review"] = Attributes.Text(OrderStatus.Review) };
        if (mark is not null)
            values[":mark"] = Attributes.Text(mark);
        try
        {
            await table.UpdateAsync(
                new Update
                {
                    Key = ItemKey.Order(order.OrderId).ToAttributes(),
                    UpdateExpression = mark is null ? "REMOVE openStatus" : "SET openStatus = :mark",
                    ConditionExpression = "openStatus = :review",
                    ExpressionAttributeValues = values,
                },
                cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            // Somebody else has brought it back, or a refund has begun.
        }
    }
}
