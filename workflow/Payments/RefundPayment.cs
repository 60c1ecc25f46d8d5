using KakaoWorkflow.KakaoPay;

namespace KakaoWorkflow.Payments;

/// <summary>
/// Gives back all that KakaoPay still holds of a payment. Each run asks first, so a lost answer never refunds twice, and
/// <c>cancel_available_amount</c> makes KakaoPay refuse a cancel that another one has overtaken.
/// May find the payment captured or partly cancelled (cancels the rest), cancelled (done), failed (nothing to give back),
/// pending (in doubt: an approval may still be on its way).
/// </summary>
public sealed class RefundPayment(KakaoPayClient kakaoPay)
{
    private readonly PaymentInquiry _inquiry = new(kakaoPay);

    /// <summary>Carries out the step.</summary>
    /// <exception cref="PaymentInDoubtException">It is not known whether the money went back; a repeat asks again.</exception>
    public async Task<RefundedPayment> RunAsync(string orderId, string tid, CancellationToken cancellationToken)
    {
        var known = await _inquiry.AskAsync(orderId, tid, cancellationToken);
        switch (known.Status.Class)
        {
            case PaymentStatusClass.Cancelled:
                return new RefundedPayment(known.Amount.TotalWon);
            case PaymentStatusClass.Failed:
                return new RefundedPayment(0);
            case PaymentStatusClass.Pending:
                throw new PaymentInDoubtException(orderId, $"its status is {known.Status}");
        }

        var leftWon = known.CancelAvailableAmount?.TotalWon ?? known.Amount.TotalWon - (known.CanceledAmount?.TotalWon ?? 0);
        if (leftWon < 1)
            throw new PaymentInDoubtException(orderId, $"its status is {known.Status}, and {leftWon} won of it are left");
        try
        {
            await kakaoPay.CancelAsync(
                new CancelRequest { Tid = tid, CancelWon = leftWon, CancelTaxFreeWon = 0, CancelAvailableWon = leftWon },
                cancellationToken);
        }
        catch (KakaoPayException error)
        {
            throw new PaymentInDoubtException(orderId, error.Message);
        }
        return new RefundedPayment(known.Amount.TotalWon);
    }
}
