using KakaoWorkflow.KakaoPay;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Quoting;

namespace KakaoWorkflow.Payments;

/// <summary>
/// KakaoPay <c>approve</c>, the only call that moves money. Only its clear yes is a yes, and only an inquiry's clear no is a no.
/// May find that no approve was sent yet (sends it), or that one was or may have been sent (asks first; sends again only
/// when KakaoPay says that nothing was captured).
/// </summary>
public sealed class ApprovePayment(OrderRecords orders, KakaoPayClient kakaoPay)
{
    private readonly PaymentInquiry _inquiry = new(kakaoPay);

    /// <summary>Carries out the step.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="quote">What is to be paid.</param>
    /// <param name="tid">KakaoPay's transaction.</param>
    /// <param name="mayHaveBeenSent">Whether an earlier run may have sent the approval.</param>
    /// <param name="cancellationToken">Gives up; then nothing is known.</param>
    /// <exception cref="PaymentDeclinedException">Nothing was captured and nothing will be.</exception>
    /// <exception cref="OrderWithdrawnException">The customer withdrew before anything was sent.</exception>
    /// <exception cref="ApprovedAmountMismatchException">Another amount was captured.</exception>
    /// <exception cref="PaymentInDoubtException">It is not known whether money was captured.</exception>
    public async Task<ApprovedPayment> RunAsync(
        string orderId, OrderQuote quote, string tid, bool mayHaveBeenSent, CancellationToken cancellationToken)
    {
        var order = await orders.GetAsync(orderId, cancellationToken);
        if (mayHaveBeenSent || order.WithdrawnAt is not null)
        {
            // An attempt that died after its approval is made again as if it were the first, so a withdrawal asks as well.
            if (await _inquiry.FindCaptureAsync(orderId, tid, quote.AmountDueWon, cancellationToken) is { } capture)
                return capture;
            if (!mayHaveBeenSent)
                throw new OrderWithdrawnException(orderId, "before the approval was sent");
        }
        if (!PgToken.TryCreate(order.PgToken, out var pgToken))
            throw new PaymentInDoubtException(orderId, "the order has no pg_token");

        try
        {
            var answer = await kakaoPay.ApproveAsync(
                new ApproveRequest
                {
                    Tid = tid,
                    PartnerOrderId = orderId,
                    PartnerUserId = quote.MemberId,
                    PgToken = pgToken,
                    TotalWon = quote.AmountDueWon,
                },
                cancellationToken);
            return PaymentInquiry.Matching(orderId, quote.AmountDueWon, new ApprovedPayment(answer.Aid, answer.Amount.TotalWon));
        }
        catch (KakaoPayException error)
        {
            return await _inquiry.FindCaptureAsync(orderId, tid, quote.AmountDueWon, cancellationToken)
                ?? throw new PaymentInDoubtException(orderId, error.Message);
        }
    }
}
