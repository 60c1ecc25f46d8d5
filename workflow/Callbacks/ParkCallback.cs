using KakaoWorkflow.Orders;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Secrets;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Callbacks;

/// <summary>
/// Keeps what KakaoPay's redirect brought on the order, then tells the queue where to look. A callback that comes before the
/// execution waits is not lost: AwaitApproval finds it.
/// </summary>
public sealed class ParkCallback(OrderTable table, ICallbackQueue callbacks, TimeProvider time)
{
    /// <summary>How many times a newer <c>pg_token</c> takes an older one's place; further ones are not taken. Each is a payment page opened anew.</summary>
    public const int MaxReplacements = 20;

    /// <summary>How often it tries to park an approval while older tokens go.</summary>
    public const int MaxAttempts = 3;

    private readonly OrderRecords _orders = new(table);

    /// <summary>
    /// Parks an approval. May find the order open without one (parks it), with an older one (the newer one takes its place,
    /// since KakaoPay gives one each time that the customer agrees), with this one (changes nothing), with a newer one (a reload
    /// of the older address changes nothing), or ended (changes nothing). The message is sent whenever the order is open: the
    /// first sender may have died before it. An approval that is being sent to KakaoPay has read its own.
    /// </summary>
    /// <returns>The order as it is now.</returns>
    /// <exception cref="OrderNotFoundException">There is no such order.</exception>
    public async Task<Order> ApproveAsync(OrderId orderId, PgToken pgToken, CancellationToken cancellationToken)
    {
        Order order;
        var token = new Credential(pgToken.Value);
        var attempts = 0;
        do
        {
            order = await ParkAsync(orderId, Approval(orderId, token).If(OrderAttributes.PgToken, null), cancellationToken);
            if (order is { IsOpen: true, PgToken: { } older } && older != token && MayReplace(order, token))
            {
                // Of two newer ones at once one comes first and the other finds it changed; it is as good.
                order = await ParkAsync(
                    orderId,
                    Approval(orderId, token)
                        .Set(OrderAttributes.ReplacedPgTokens, Attributes.Texts(order.ReplacedPgTokens.Append(older).Select(replaced => replaced.Reveal())))
                        .If(OrderAttributes.PgToken, Attributes.Text(older)),
                    cancellationToken);
            }
            // An older one that KakaoPay has refused may be taken away between the two: its place is free then.
        }
        while (order is { IsOpen: true, PgToken: null } && ++attempts < MaxAttempts);
        if (order.IsOpen)
            await callbacks.SendAsync(new CallbackMessage(orderId, CallbackKind.Approved), cancellationToken);
        return order;
    }

    /// <summary>
    /// Parks that the browser came back from the cancel or fail URL, which proves nothing: KakaoPay is asked, several times if it
    /// does not show the end yet. May find the order open (parks it; a later one takes an earlier one's place), with an approval
    /// (changes nothing and tells nobody: that stands above it), withdrawn (tells the queue again), or ended (changes nothing).
    /// </summary>
    /// <param name="orderId">The order.</param>
    /// <param name="kind"><see cref="CallbackKind.Cancelled"/> or <see cref="CallbackKind.Failed"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The order as it is now.</returns>
    /// <exception cref="OrderNotFoundException">There is no such order.</exception>
    public async Task<Order> HintAsync(OrderId orderId, string kind, CancellationToken cancellationToken)
    {
        var order = await ParkAsync(
            orderId, Callback(orderId, kind).If(OrderAttributes.PgToken, null).If(OrderAttributes.WithdrawnAt, null), cancellationToken);
        if (order is { IsOpen: true, PgToken: null })
            await callbacks.SendAsync(new CallbackMessage(orderId, kind), cancellationToken);
        return order;
    }

    /// <summary>
    /// Withdraws an order that is not paid yet. May find it open (marks it; whoever comes to it next ends it), withdrawn
    /// already (tells the queue again), or ended (changes nothing).
    /// </summary>
    /// <returns>The order as it is now.</returns>
    public async Task<Order> WithdrawAsync(OrderId orderId, CancellationToken cancellationToken)
    {
        var withdrawal = new ItemChange(ItemKey.Order(orderId))
            .Set(OrderAttributes.WithdrawnAt, Attributes.Instant(time.GetUtcNow()))
            .If(OrderAttributes.WithdrawnAt, null);
        var order = await ParkAsync(orderId, withdrawal, cancellationToken);
        if (order.IsOpen)
            await callbacks.SendAsync(new CallbackMessage(orderId, CallbackKind.Withdrawn), cancellationToken);
        return order;
    }

    private static bool MayReplace(Order order, Credential token) =>
        order.ReplacedPgTokens.Count < MaxReplacements && !order.ReplacedPgTokens.Contains(token);

    private ItemChange Approval(OrderId orderId, Credential token) =>
        Callback(orderId, CallbackKind.Approved).Set(OrderAttributes.PgToken, Attributes.Text(token));

    private ItemChange Callback(OrderId orderId, string kind) => new ItemChange(ItemKey.Order(orderId))
        .Set(OrderAttributes.CallbackKind, Attributes.Text(kind))
        .Set(OrderAttributes.CallbackAt, Attributes.Instant(time.GetUtcNow()));

    /// <summary>By the status, not by the index of open orders: that also shows a settled order at which somebody must look.</summary>
    private async Task<Order> ParkAsync(OrderId orderId, ItemChange change, CancellationToken cancellationToken) =>
        await table.TryUpdateAsync(change.IfStatusIn(OrderStatus.Open), cancellationToken) is { } item
            ? Order.Read(item)
            : await _orders.GetAsync(orderId, cancellationToken);
}
