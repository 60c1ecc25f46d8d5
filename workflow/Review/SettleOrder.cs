using KakaoWorkflow.Attention;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Paying;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Points;
using KakaoWorkflow.Settlement;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Review;

/// <summary>
/// A person's word about a payment that KakaoPay's inquiry does not tell, or a refund that it does not do. It is written down first,
/// with who and why, and holds only where KakaoPay does not clearly say otherwise.
/// May find an execution that asks on or waits for an operator (keeps the word for it, and resumes it), an open order without an
/// execution (ends it), an ended order whose money is unchecked (takes the mark away), one that this word has ended
/// before (closes what may still be open of it), a refund under way (settles it as given back by hand), or none of these (changes
/// nothing). "Refunded" takes an earlier word's place, since money that a person has given back is back; no other word does.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="gateway">Asks once more.</param>
/// <param name="executions">Tells whether somebody carries the order on.</param>
/// <param name="resume">Lets an execution that waits for an operator go on.</param>
/// <param name="commit">Makes an order without an execution PAID.</param>
/// <param name="refunds">Settles a refund.</param>
/// <param name="time">The clock.</param>
public sealed class SettleOrder(
    OrderTable table, IPaymentGateway gateway, OrderExecutions executions, ResumeOrder resume, CommitOrder commit, SettleRefund refunds,
    TimeProvider time)
{
    private readonly OrderRecords _orders = new(table);
    private readonly PaymentInquiry _inquiry = new(gateway);
    private readonly AttentionRecords _attention = new(table, time);

    /// <summary>Takes a person's word.</summary>
    /// <exception cref="SettleRefusedException">It cannot hold.</exception>
    /// <exception cref="ArgumentException">The request is malformed.</exception>
    /// <exception cref="OrderNotFoundException">There is no such order.</exception>
    /// <exception cref="OrderConflictException">Another one was at it; ask again.</exception>
    public async Task<SettleOutcome> RunAsync(SettleRequest request, CancellationToken cancellationToken)
    {
        request.Validate();
        var order = await _orders.GetAsync(request.OrderId, cancellationToken);
        if (order.OpenRefund is not null)
            return await refunds.RunAsync(order, request, cancellationToken);
        var isUnchecked = !order.IsOpen && order.OpenStatus == OpenMark.MoneyUnchecked;
        if (!order.IsOpen && !isUnchecked)
        {
            if (order.SettledAs == request.As)
                await CloseMattersAsync(order.OrderId, cancellationToken);
            return SettleOutcome.NothingToSettle;
        }
        if (order.SettledAs is { } earlier && earlier != request.As && request.As != SettledAs.Refunded)
            throw new SettleRefusedException(order.OrderId, $"{order.SettledBy} has settled it as {earlier}");
        if (order.Tid is not { } tid)
            throw new SettleRefusedException(order.OrderId, "it has no payment");

        var known = await KnownAsync(order, tid, cancellationToken);
        SettleRules.Check(order, request.As, known);
        SettleRules.CheckCancel(order.OrderId, order.CancelSentAt, time.GetUtcNow());
        if (isUnchecked)
        {
            SettleRules.CheckEnded(order, time.GetUtcNow());
            return await UnmarkAsync(order, request, cancellationToken);
        }

        var (isRunning, _) = await executions.FindAsync(order.OrderId, cancellationToken);
        if (isRunning)
            SettleRules.CheckRunning(order, request.As, known?.State, time.GetUtcNow());
        await WriteDownAsync(order, request, cancellationToken);
        if (!isRunning)
            await EndAsync(order, request.As, cancellationToken);
        else if (order.ReviewToken is not null)
            await resume.RunAsync(order.OrderId, request.By, request.Why, cancellationToken);
        await CloseMattersAsync(order.OrderId, cancellationToken);
        return isRunning ? SettleOutcome.Kept : SettleOutcome.Settled;
    }

    /// <summary>What KakaoPay says; null where it does not say.</summary>
    private async Task<Payment?> KnownAsync(Order order, string tid, CancellationToken cancellationToken)
    {
        try
        {
            return await _inquiry.AskAsync(order, tid, cancellationToken) is { State: not PaymentState.Unknown } known ? known : null;
        }
        catch (PaymentInDoubtException)
        {
            return null;
        }
    }

    private async Task CloseMattersAsync(OrderId orderId, CancellationToken cancellationToken)
    {
        await _attention.CloseAsync(AttentionKind.PaymentInDoubt, orderId, cancellationToken);
        await _attention.CloseAsync(AttentionKind.RefundStuck, orderId, cancellationToken);
    }

    private async Task EndAsync(Order order, string settledAs, CancellationToken cancellationToken)
    {
        if (settledAs == SettledAs.Captured)
        {
            await commit.RunAsync(order.OrderId, approvalId: null, cancellationToken);
            return;
        }
        await new ReleasePoints(table, time).RunAsync(
            order.OrderId, settledAs == SettledAs.Refunded ? OrderStatus.Refunded : OrderStatus.Declined, EndReason.SettledByHand,
            cancellationToken);
    }

    private async Task WriteDownAsync(Order order, SettleRequest request, CancellationToken cancellationToken)
    {
        if (order.SettledAs == request.As)
            return;
        var change = Word(order, request);
        await ChangeAsync(request.As == SettledAs.Captured ? change.If(OrderAttributes.WithdrawnAt, null) : change, order, cancellationToken);
    }

    private async Task<SettleOutcome> UnmarkAsync(Order order, SettleRequest request, CancellationToken cancellationToken)
    {
        // Where this word was said before, it is of the order's open days, and its end has not used it up.
        var change = order.SettledAs == request.As ? new ItemChange(ItemKey.Order(order.OrderId)) : Word(order, request);
        await ChangeAsync(
            change
                .Set(OrderAttributes.MoneyCheckedAt, Attributes.Instant(time.GetUtcNow()))
                .Remove(OrderAttributes.OpenStatus)
                .If(OrderAttributes.OpenStatus, Attributes.Text(OpenMark.MoneyUnchecked)),
            order,
            cancellationToken);
        await CloseMattersAsync(order.OrderId, cancellationToken);
        return SettleOutcome.Settled;
    }

    /// <summary>The word, while the order's status, an earlier word, and the latest cancel are those that were read.</summary>
    private ItemChange Word(Order order, SettleRequest request) => new ItemChange(ItemKey.Order(order.OrderId))
        .Set(OrderAttributes.SettledAs, Attributes.Text(request.As))
        .Set(OrderAttributes.SettledBy, Attributes.Text(request.By))
        .Set(OrderAttributes.SettledWhy, Attributes.Text(request.Why))
        .Append(
            OrderAttributes.OperatorActions,
            OperatorAction.Entry(time.GetUtcNow(), request.By, request.Why, OperatorAction.Settled, Attributes.Text(request.As)))
        .If(OrderAttributes.SettledAs, order.SettledAs is { } earlier ? Attributes.Text(earlier) : null)
        .If(OrderAttributes.CancelSentAt, order.CancelSentAt is { } sent ? Attributes.Instant(sent) : null)
        .IfStatusIn(order.Status);

    private async Task ChangeAsync(ItemChange change, Order order, CancellationToken cancellationToken)
    {
        if (await table.TryUpdateAsync(change, cancellationToken) is null)
            throw new OrderConflictException(order.OrderId);
    }
}
