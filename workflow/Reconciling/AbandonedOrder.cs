using KakaoWorkflow.Attention;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Paying;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Points;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Reconciling;

/// <summary>
/// Ends an order that no execution carries on, and looks once more at the money of one that ended without a sale. KakaoPay
/// decides: captured money goes back before the points do.
/// </summary>
public sealed class AbandonedOrder(OrderTable table, IPaymentGateway gateway, TimeProvider time)
{
    private readonly PaymentInquiry _inquiry = new(gateway);
    private readonly RefundPayment _refund = new(table, gateway, time);
    private readonly PaymentDoubt _doubt = new(table, time);
    private readonly ReleasePoints _release = new(table, time);

    /// <summary>
    /// Ends an open order without an execution. It is withdrawn first: should a last function of the execution still run after
    /// all, its commit fails.
    /// </summary>
    /// <exception cref="PaymentInDoubtException">KakaoPay does not say; the order stays as it is, and an old doubt waits for a person as well.</exception>
    public Task<ReconciledOrder> EndAsync(Order order, CancellationToken cancellationToken) =>
        AskedInTimeAsync(order, TryEndAsync, cancellationToken);

    /// <summary>Asks KakaoPay whether an ended order's payment took effect after all, and gives it back if so.</summary>
    /// <exception cref="PaymentInDoubtException">KakaoPay does not say; the order stays marked, and an old doubt waits for a person as well.</exception>
    public Task<ReconciledOrder> CheckMoneyAsync(Order order, CancellationToken cancellationToken) =>
        AskedInTimeAsync(order, TryCheckMoneyAsync, cancellationToken);

    private async Task<ReconciledOrder> AskedInTimeAsync(
        Order order, Func<Order, CancellationToken, Task<ReconciledOrder>> look, CancellationToken cancellationToken)
    {
        if (!await _doubt.IsDueAsync(order.OrderId, order.StatusSince, cancellationToken))
            return new ReconciledOrder(order.OrderId, ReconcileFinding.InDoubt, "It waits for a person and is asked about less often.");
        try
        {
            var looked = await look(order, cancellationToken);
            await _doubt.ClosedAsync(order.OrderId, order.StatusSince, cancellationToken);
            return looked;
        }
        catch (Exception error) when (error is PaymentInDoubtException or RefundStuckException)
        {
            await _doubt.StillOpenAsync(order.OrderId, order.StatusSince, error.Message, cancellationToken);
            throw error as PaymentInDoubtException ?? new PaymentInDoubtException(order.OrderId, error.Message);
        }
    }

    private async Task<ReconciledOrder> TryEndAsync(Order order, CancellationToken cancellationToken)
    {
        if (!await TryWithdrawAsync(order.OrderId, cancellationToken))
            return new ReconciledOrder(order.OrderId, ReconcileFinding.Moving);
        if (order.Tid is not { } tid)
            return await ReleaseAsync(order, OrderStatus.Cancelled, ReconcileFinding.Released, cancellationToken);

        var known = await _inquiry.AskAsync(order, tid, cancellationToken);
        switch (known.State)
        {
            case PaymentState.Unknown:
                return await FlagAsync(order, $"KakaoPay shows the unknown status {known.StateName}.", cancellationToken);
            case PaymentState.Pending:
                return await ReleaseAsync(order, OrderStatus.Expired, ReconcileFinding.Released, cancellationToken);
            case PaymentState.Quit or PaymentState.Declined:
                return await ReleaseAsync(order, OrderStatus.Declined, ReconcileFinding.Released, cancellationToken);
            default:
                await _refund.RunAsync(order.OrderId, tid, cancellationToken);
                return await ReleaseAsync(order, OrderStatus.Refunded, ReconcileFinding.RefundedAndReleased, cancellationToken);
        }
    }

    private async Task<ReconciledOrder> TryCheckMoneyAsync(Order order, CancellationToken cancellationToken)
    {
        var tid = order.Tid ?? throw new MalformedItemException(OrderAttributes.Tid);
        var known = await _inquiry.AskAsync(order, tid, cancellationToken);
        var finding = ReconcileFinding.NoLateMoney;
        switch (known.State)
        {
            case PaymentState.Unknown:
                return new ReconciledOrder(
                    order.OrderId, ReconcileFinding.NeedsPerson, $"KakaoPay shows the unknown status {known.StateName}.");
            case PaymentState.Captured or PaymentState.PartlyRefunded:
                await _refund.RunAsync(order.OrderId, tid, cancellationToken);
                finding = ReconcileFinding.LateMoneyRefunded;
                break;
        }
        await UnmarkAsync(order, cancellationToken);
        return new ReconciledOrder(order.OrderId, finding);
    }

    private async Task<ReconciledOrder> ReleaseAsync(
        Order order, string ending, ReconcileFinding finding, CancellationToken cancellationToken) =>
        new(order.OrderId, finding, await _release.RunAsync(order.OrderId, ending, EndReason.Abandoned, cancellationToken));

    private async Task<bool> TryWithdrawAsync(OrderId orderId, CancellationToken cancellationToken) => await table.TryUpdateAsync(
        new ItemChange(ItemKey.Order(orderId))
            .SetOnce(OrderAttributes.WithdrawnAt, Attributes.Instant(time.GetUtcNow()))
            .IfStatusIn(OrderStatus.Open),
        cancellationToken) is not null;

    private async Task<ReconciledOrder> FlagAsync(Order order, string failure, CancellationToken cancellationToken)
    {
        if (order.Status != OrderStatus.Review)
        {
            var flagged = OrderTransition.To(order.OrderId, OrderStatus.Review, time.GetUtcNow(), order.Status)
                .Set(OrderAttributes.Failure, Attributes.Text(failure));
            var matter = AttentionWrites.OpenOrder(table.Name, AttentionKind.OrderStuck, order.OrderId, failure, time.GetUtcNow());
            await table.TransactAsync([flagged.ToWrite(table.Name), matter], cancellationToken);
        }
        return new ReconciledOrder(order.OrderId, ReconcileFinding.NeedsPerson, failure);
    }

    /// <summary>Where it fails, another run was faster, or the mark is another one's by now.</summary>
    private async Task UnmarkAsync(Order order, CancellationToken cancellationToken) => await table.TryUpdateAsync(
        new ItemChange(ItemKey.Order(order.OrderId))
            .Set(OrderAttributes.MoneyCheckedAt, Attributes.Instant(time.GetUtcNow()))
            .Remove(OrderAttributes.OpenStatus)
            .If(OrderAttributes.OpenStatus, Attributes.Text(OpenMark.MoneyUnchecked))
            .If(OrderAttributes.StatusSince, Attributes.Instant(order.StatusSince)),
        cancellationToken);
}
