using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Callbacks;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Payments;

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
    public async Task RunAsync(string orderId, PreparedPayment payment, string taskToken, CancellationToken cancellationToken)
    {
        var waiting = new OrderTransition(
                orderId, OrderStatus.AwaitingPayment, time.GetUtcNow(),
                OrderStatus.Reserved, OrderStatus.AwaitingPayment, OrderStatus.Review)
            .Require("statusSince <= :now")
            .Set("taskToken", Attributes.Text(taskToken))
            .Set("tid", Attributes.Text(payment.Tid))
            .Set("cid", payment.Cid is { } cid ? Attributes.Text(cid) : null)
            .Set("redirectPcUrl", Attributes.Text(payment.RedirectPcUrl))
            .Set("redirectMobileUrl", Attributes.Text(payment.RedirectMobileUrl));
        Order order;
        try
        {
            order = Order.Read(await table.UpdateAsync(waiting.ToUpdate(table.Name), cancellationToken));
        }
        catch (ConditionalCheckFailedException)
        {
            order = await new OrderRecords(table).GetAsync(orderId, cancellationToken);
            throw order.IsOpen ? new OrderConflictException(orderId) : new OrderEndedException(orderId, order.Status);
        }

        if (order.WithdrawnAt is not null)
            await callbacks.SendAsync(new CallbackMessage(orderId, CallbackKind.Withdrawn), cancellationToken);
        else if (order.CallbackKind is { } kind)
            await callbacks.SendAsync(new CallbackMessage(orderId, kind), cancellationToken);
    }
}
