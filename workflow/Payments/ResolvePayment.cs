using KakaoWorkflow.KakaoPay;
using KakaoWorkflow.Quoting;

namespace KakaoWorkflow.Payments;

/// <summary>
/// Finds out what became of an approval in doubt. Read only: it asks KakaoPay and says what is true, and the state machine
/// repeats it for as long as nothing is known.
/// </summary>
public sealed class ResolvePayment(KakaoPayClient kakaoPay, TimeProvider time)
{
    private readonly PaymentInquiry _inquiry = new(kakaoPay);

    /// <summary>Carries out the step.</summary>
    /// <exception cref="PaymentDeclinedException">Nothing was captured and nothing will be.</exception>
    /// <exception cref="PaymentExpiredException">Nothing was captured, and KakaoPay no longer takes the approval.</exception>
    /// <exception cref="PaymentNotCapturedException">Nothing was captured; the approval may be sent again.</exception>
    /// <exception cref="ApprovedAmountMismatchException">Another amount was captured.</exception>
    /// <exception cref="PaymentInDoubtException">It is still not known.</exception>
    public async Task<ApprovedPayment> RunAsync(
        string orderId, OrderQuote quote, PreparedPayment payment, CancellationToken cancellationToken)
    {
        // The time is taken before the question: what is over by then cannot be captured after the answer.
        var isOver = PaymentTerms.IsOver(payment.ReadyAt, time.GetUtcNow());
        return await _inquiry.FindCaptureAsync(orderId, payment.Tid, quote.AmountDueWon, cancellationToken)
            ?? throw (isOver
                ? new PaymentExpiredException(orderId, "KakaoPay shows it as pending after its time")
                : new PaymentNotCapturedException(orderId, "KakaoPay shows it as pending"));
    }
}
