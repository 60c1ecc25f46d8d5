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
        var change = new ItemChange(ItemKey.Order(order.OrderId))
            .Remove(OrderAttributes.ReviewToken, OrderAttributes.ResumeAskedAt)
            .IfExists();
        change = order.ReviewToken is { } token
            ? change.IfMissingOr(OrderAttributes.ReviewToken, Attributes.Text(token))
            : change.If(OrderAttributes.ReviewToken, null);
        return table.TransactAsync(
            [change.ToWrite(table.Name), AttentionWrites.Close(table.Name, AttentionKind.OrderInReview, order.OrderId)], cancellationToken);
    }

    /// <summary>
    /// Earlier versions marked an ended order with REVIEW in the index of open orders and lost the mark that was there: this one
    /// brings it back.
    /// </summary>
    public static async Task RestoreMarkAsync(OrderTable table, Order order, CancellationToken cancellationToken)
    {
        if (order is not { IsOpen: false, OpenStatus: OrderStatus.Review })
            return;
        // Where it fails, somebody else has brought it back, or a refund has begun.
        await table.TryUpdateAsync(
            new ItemChange(ItemKey.Order(order.OrderId))
                .Remove(OrderAttributes.OpenStatus)
                .Mark(OpenMark.Of(order))
                .If(OrderAttributes.OpenStatus, Attributes.Text(OrderStatus.Review)),
            cancellationToken);
    }
}
