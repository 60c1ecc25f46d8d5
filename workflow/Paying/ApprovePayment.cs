using KakaoWorkflow.Orders;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Quoting;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Paying;

/// <summary>
/// The approval, the only call that captures money. Only its clear yes is a yes, and only an inquiry's clear no is a no.
/// May find that no approve was sent yet (sends it), that one was or may have been sent (asks first; sends again only when
/// KakaoPay says that nothing was captured), or that the order is withdrawn or a person has settled it (asks, and never sends).
/// </summary>
public sealed class ApprovePayment(OrderTable table, IPaymentGateway gateway)
{
    private readonly OrderRecords _orders = new(table);
    private readonly PaymentInquiry _inquiry = new(gateway);

    /// <summary>Carries out the step.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="quote">What is to be paid.</param>
    /// <param name="tid">KakaoPay's transaction.</param>
    /// <param name="mayHaveBeenSent">Whether an earlier run may have sent the approval.</param>
    /// <param name="cancellationToken">Gives up; then nothing is known.</param>
    /// <exception cref="PaymentDeclinedException">Nothing was captured and nothing will be.</exception>
    /// <exception cref="PaymentExpiredException">Nothing was captured, and KakaoPay no longer takes the approval.</exception>
    /// <exception cref="PgTokenRefusedException">Nothing was captured; the order has lost its token and may be given another.</exception>
    /// <exception cref="OrderWithdrawnException">The customer withdrew before anything was sent.</exception>
    /// <exception cref="ApprovedAmountMismatchException">Another amount was captured.</exception>
    /// <exception cref="PaymentInDoubtException">It is not known whether money was captured.</exception>
    public async Task<ApprovedPayment> RunAsync(
        OrderId orderId, OrderQuote quote, string tid, bool mayHaveBeenSent, CancellationToken cancellationToken)
    {
        var order = await _orders.GetAsync(orderId, cancellationToken);
        var mayNotSend = order.WithdrawnAt is not null || order.SettledAs is not null;
        if (mayHaveBeenSent || mayNotSend)
        {
            // An attempt that died after its approval is made again as if it were the first, so a withdrawal asks as well.
            if (await _inquiry.FindCaptureAsync(order, tid, quote.AmountDueWon, cancellationToken) is { } capture)
                return capture;
            if (order.WithdrawnAt is not null && !mayHaveBeenSent)
                throw new OrderWithdrawnException(orderId, "before the approval was sent");
            if (mayNotSend)
                throw new PaymentInDoubtException(orderId, "no other approval is sent, and an earlier one may be on its way");
        }
        if (!PgToken.TryCreate(order.PgToken?.Reveal(), out var pgToken))
            throw new PgTokenRefusedException(orderId, "the order has no pg_token");

        try
        {
            var approval = new ApprovalRequest(new PaymentReference(tid, order.Cid), orderId, quote.MemberId, pgToken, quote.AmountDueWon);
            return PaymentInquiry.Matching(orderId, quote.AmountDueWon, await gateway.ApproveAsync(approval, cancellationToken));
        }
        catch (GatewayException error)
        {
            if (await _inquiry.FindCaptureAsync(order, tid, quote.AmountDueWon, cancellationToken) is { } capture)
                return capture;
            throw await WhyNotAsync(orderId, pgToken, error, cancellationToken);
        }
    }

    /// <summary>What is true of a payment of which the inquiry says that it is pending.</summary>
    private async Task<Exception> WhyNotAsync(
        OrderId orderId, PgToken pgToken, GatewayException error, CancellationToken cancellationToken)
    {
        switch ((error as GatewayRefusedException)?.Kind)
        {
            case RefusalKind.Final:
                return new PaymentDeclinedException(orderId, error.Message);
            case RefusalKind.TimeOver:
                return new PaymentExpiredException(orderId, error.Message);
            case RefusalKind.Token:
                // Earlier attempts with this token were refused as well; should one with another token be on its way, the last look
                // at an ended order's money finds it.
                await ForgetAsync(orderId, pgToken, cancellationToken);
                return new PgTokenRefusedException(orderId, error.Message);
            default:
                return new PaymentInDoubtException(orderId, error.Message);
        }
    }

    /// <summary>Where it fails, a newer one has come; it is used next.</summary>
    private async Task ForgetAsync(OrderId orderId, PgToken pgToken, CancellationToken cancellationToken) => await table.TryUpdateAsync(
        new ItemChange(ItemKey.Order(orderId))
            .Remove(OrderAttributes.PgToken, OrderAttributes.CallbackKind, OrderAttributes.CallbackAt)
            .If(OrderAttributes.PgToken, Attributes.Text(pgToken.Value)),
        cancellationToken);
}
