using KakaoWorkflow.Attention;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Review;

/// <summary>
/// Settles a refund that KakaoPay does not do, on the word of a person who has given the money back by other means.
/// May find the refund requested (takes the word), or with its money back already (only settles it).
/// </summary>
public sealed class SettleRefund(OrderTable table, CarryOnRefund carryOn, TimeProvider time)
{
    /// <summary>Takes a person's word about the refund that is under way. KakaoPay must not be asked to cancel any more.</summary>
    /// <exception cref="SettleRefusedException">The word is another one than "refunded", or a cancel may still be on its way.</exception>
    /// <exception cref="OrderConflictException">Another one was at it; ask again.</exception>
    public async Task<SettleOutcome> RunAsync(Order order, SettleRequest request, CancellationToken cancellationToken)
    {
        if (request.As != SettledAs.Refunded)
            throw new SettleRefusedException(order.OrderId, "a refund is under way, which can only be settled as refunded");
        var refund = await carryOn.ReadAsync(order.OrderId, order.OpenRefund!.Value, cancellationToken);
        if (!await carryOn.IsMoneyBackAsync(order, refund, cancellationToken))
        {
            SettleRules.CheckCancel(order.OrderId, refund.CancelSentAt, time.GetUtcNow());
            await WriteDownAsync(refund, request, cancellationToken);
        }
        return await carryOn.RunAsync(order.OrderId, cancellationToken) is { State: RefundState.Settled }
            ? SettleOutcome.Settled
            : SettleOutcome.NothingToSettle;
    }

    private async Task WriteDownAsync(Refund refund, SettleRequest request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var number = Attributes.Number(refund.Number);
        var written = await table.TransactAsync(
            [
                refund.GivenBackByHand(request.By, request.Why, now).ToWrite(table.Name),
                new ItemChange(ItemKey.Order(refund.OrderId))
                    .Append(OrderAttributes.OperatorActions, OperatorAction.Entry(now, request.By, request.Why, OperatorAction.SettledRefund, number))
                    .If(OrderAttributes.OpenRefund, number)
                    .ToWrite(table.Name),
                AttentionWrites.Close(table.Name, AttentionKind.RefundStuck, refund.OrderId),
                AttentionWrites.Close(table.Name, AttentionKind.RefundMismatch, refund.OrderId),
            ],
            cancellationToken);
        if (!written)
            throw new OrderConflictException(refund.OrderId);
    }
}
