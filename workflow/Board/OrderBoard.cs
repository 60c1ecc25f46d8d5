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

    /// <summary>
    /// Puts a paid order on the board, and takes the mark away under which the reconciler would do so. Repeating it changes
    /// nothing, however far the café is by then.
    /// </summary>
    /// <returns>False when the order was there before, is not PAID (any more), or was called back by a refund.</returns>
    /// <exception cref="OrderConflictException">Others kept changing the order; a repeat tries again.</exception>
    public async Task<bool> AddAsync(OrderId orderId, CancellationToken cancellationToken = default)
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
                await table.TryUpdateAsync(
                    new ItemChange(ItemKey.Order(orderId)).Remove(OrderAttributes.OpenStatus).If(OrderAttributes.OpenStatus, Unannounced),
                    cancellationToken);
                return false;
            }
            if (await TryAddAsync(orderId, paidAt, isMarked, cancellationToken))
                return true;
        }
        throw new OrderConflictException(orderId);
    }

    private static AttributeValue Unannounced => Attributes.Text(OpenMark.Unannounced);

    private async Task<bool> TryAddAsync(OrderId orderId, DateTimeOffset paidAt, bool isMarked, CancellationToken cancellationToken)
    {
        var change = new ItemChange(ItemKey.Order(orderId))
            .Set(OrderAttributes.Preparation, Attributes.Text(Preparation.ToMake))
            .Set(OrderAttributes.BoardDay, Attributes.Text(BookDay.Of(paidAt).ToString()))
            .IfStatusIn(OrderStatus.Paid)
            .If(OrderAttributes.RecalledAt, null)
            .If(OrderAttributes.Preparation, null);
        change = isMarked
            ? change.Remove(OrderAttributes.OpenStatus).If(OrderAttributes.OpenStatus, Unannounced)
            : change.IfNot(OrderAttributes.OpenStatus, Unannounced);
        return await table.TryUpdateAsync(change, cancellationToken) is not null;
    }
}
