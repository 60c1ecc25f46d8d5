using KakaoWorkflow.Callbacks;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Secrets;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Paying;

/// <summary>
/// Stores the task token together with the payment, which publishes the pay link: no callback can find the link before the token.
/// May find the order reserved (stores), awaiting payment or in review (stores the newer token over its own older one), changed
/// by a later attempt when its own write comes late (a conflict: the token that the execution waits for stays), ended (an error),
/// and a callback or withdrawal that came first (sends it on again, now that there is a token).
/// </summary>
public sealed class AwaitApproval(OrderTable table, ICallbackQueue callbacks, TimeProvider time)
{
    /// <summary>Carries out the step; it returns while the execution goes on waiting.</summary>
    /// <exception cref="OrderEndedException">The order has ended.</exception>
    /// <exception cref="OrderConflictException">The order is not reserved yet, or was changed after this attempt began; a repeat sees how.</exception>
    public async Task RunAsync(OrderId orderId, PreparedPayment payment, Credential taskToken, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var waiting = OrderTransition
            .To(orderId, OrderStatus.AwaitingPayment, now, OrderStatus.Reserved, OrderStatus.AwaitingPayment, OrderStatus.Review)
            .IfAtMost(OrderAttributes.StatusSince, Attributes.Instant(now))
            .Set(OrderAttributes.TaskToken, Attributes.Text(taskToken))
            .Set(OrderAttributes.Tid, Attributes.Text(payment.Tid))
            .Set(OrderAttributes.Cid, payment.Cid is { } cid ? Attributes.Text(cid) : null)
            .Set(OrderAttributes.RedirectPcUrl, Attributes.Text(payment.RedirectPcUrl))
            .Set(OrderAttributes.RedirectMobileUrl, Attributes.Text(payment.RedirectMobileUrl));
        if (await table.TryUpdateAsync(waiting, cancellationToken) is not { } item)
        {
            var found = await new OrderRecords(table).GetAsync(orderId, cancellationToken);
            throw found.IsOpen ? new OrderConflictException(orderId) : new OrderEndedException(orderId, found.Status);
        }

        if (DueCallback.Of(Order.Read(item)) is { } due)
            await callbacks.SendAsync(new CallbackMessage(orderId, due.Kind), cancellationToken);
    }
}
