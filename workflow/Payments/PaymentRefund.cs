namespace KakaoWorkflow.Payments;

/// <summary>Money to give back, all of a payment or a part.</summary>
/// <param name="Payment">The payment.</param>
/// <param name="AmountWon">What to give back, VAT included, in won; at least 1.</param>
/// <param name="RefundableWon">
/// What can still be given back before this refund, as an inquiry has just told. The gateway refuses when its own balance differs, so
/// that of two refunds at once one goes through.
/// </param>
public sealed record PaymentRefund(PaymentReference Payment, long AmountWon, long RefundableWon);
