using KakaoWorkflow.Attention;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Paying;

/// <summary>
/// Gives back all that KakaoPay still holds of a payment. Each run asks first, so a lost answer never refunds twice, and
/// <see cref="PaymentRefund.RefundableWon"/> makes the gateway refuse a refund that another one has overtaken.
/// May find the payment captured or partly cancelled (cancels the rest), cancelled (done), failed (nothing to give back),
/// pending (in doubt: an approval may still be on its way), settled as refunded by a person (sends nothing: the money is back by
/// other means), or settled as not captured (done where KakaoPay does not say otherwise; what it shows as captured goes back).
/// </summary>
public sealed class RefundPayment(OrderTable table, IPaymentGateway gateway, TimeProvider time)
{
    private readonly OrderRecords _orders = new(table);
    private readonly PaymentInquiry _inquiry = new(gateway);
    private readonly AttentionRecords _attention = new(table, time);

    /// <summary>Carries out the step.</summary>
    /// <exception cref="PaymentInDoubtException">It is not known whether the money went back; a repeat asks again.</exception>
    /// <exception cref="RefundStuckException">KakaoPay refuses to give it back, and a repeat is not known to help.</exception>
    public async Task<RefundedPayment> RunAsync(OrderId orderId, string tid, CancellationToken cancellationToken)
    {
        var order = await _orders.GetAsync(orderId, cancellationToken);
        try
        {
            var refunded = await GiveBackAsync(order, tid, cancellationToken);
            await CloseAsync(orderId, cancellationToken);
            return refunded;
        }
        catch (Exception error) when (error is PaymentInDoubtException or RefundStuckException)
        {
            if (error is RefundStuckException || DoubtTerms.IsOld(order.StatusSince, time.GetUtcNow()))
                await _attention.OpenAsync(AttentionKind.RefundStuck, orderId, orderId, error.Message, cancellationToken);
            throw;
        }
    }

    private async Task<RefundedPayment> GiveBackAsync(Order order, string tid, CancellationToken cancellationToken)
    {
        var byHand = ByHand(order);
        Payment known;
        try
        {
            known = await _inquiry.AskAsync(order, tid, cancellationToken);
        }
        catch (PaymentInDoubtException) when (byHand is not null)
        {
            return byHand;
        }
        switch (known.State)
        {
            case PaymentState.Refunded:
                return new RefundedPayment(known.AmountWon);
            case PaymentState.Quit or PaymentState.Declined:
                return new RefundedPayment(0);
            case PaymentState.Pending or PaymentState.Unknown:
                return byHand ?? throw new PaymentInDoubtException(order.OrderId, $"its status is {known.StateName}");
        }
        if (order.SettledAs == SettledAs.Refunded)
            return byHand!;

        var leftWon = known.RefundableWon;
        if (leftWon < 1)
            throw new PaymentInDoubtException(order.OrderId, $"its status is {known.StateName}, and {leftWon} won of it are left");
        await CancellingAsync(order.OrderId, cancellationToken);
        try
        {
            await gateway.RefundAsync(new PaymentRefund(new PaymentReference(tid, order.Cid), leftWon, leftWon), cancellationToken);
        }
        catch (GatewayRefusedException error)
        {
            var now = await _inquiry.AskAsync(order, tid, cancellationToken);
            if (now.State != PaymentState.Refunded)
                throw error.Kind == RefusalKind.Final
                    ? new RefundStuckException(order.OrderId, error.Message)
                    : new PaymentInDoubtException(order.OrderId, error.Message);
        }
        catch (GatewayUnansweredException error)
        {
            throw new PaymentInDoubtException(order.OrderId, error.Message);
        }
        return new RefundedPayment(known.AmountWon);
    }

    /// <summary>Tells who settles it by hand that a cancel is on its way, unless somebody has given the money back meanwhile.</summary>
    private async Task CancellingAsync(OrderId orderId, CancellationToken cancellationToken)
    {
        var change = new ItemChange(ItemKey.Order(orderId))
            .Set(OrderAttributes.CancelSentAt, Attributes.Instant(time.GetUtcNow()))
            .IfExists()
            .IfNot(OrderAttributes.SettledAs, Attributes.Text(SettledAs.Refunded));
        if (await table.TryUpdateAsync(change, cancellationToken) is null)
            throw new PaymentInDoubtException(orderId, "a person has just settled it");
    }

    /// <summary>What a person says went back; null where nobody has said anything that ends it.</summary>
    private static RefundedPayment? ByHand(Order order) => order.SettledAs switch
    {
        SettledAs.Refunded => new RefundedPayment(order.AmountDueWon),
        SettledAs.NotCaptured => new RefundedPayment(0),
        _ => null,
    };

    private async Task CloseAsync(OrderId orderId, CancellationToken cancellationToken)
    {
        if (await table.GetAsync(ItemKey.Attention(AttentionKind.RefundStuck, orderId), cancellationToken) is not null)
            await _attention.CloseAsync(AttentionKind.RefundStuck, orderId, cancellationToken);
    }
}
