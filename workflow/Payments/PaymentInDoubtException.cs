namespace KakaoWorkflow.Payments;

/// <summary>It is not known whether money was captured. The state machine asks KakaoPay until it knows; the points stay held.</summary>
/// <param name="orderId">The order.</param>
/// <param name="detail">What is known, without secrets.</param>
public sealed class PaymentInDoubtException(string orderId, string detail) : Exception($"The payment is in doubt for order {orderId}: {detail}");
