using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Paying;

/// <summary>Nothing was captured, and KakaoPay's time for the approval is over, or a person has settled it so. The state machine releases the points.</summary>
/// <param name="orderId">The order.</param>
/// <param name="detail">What is known, without secrets.</param>
public sealed class PaymentExpiredException(OrderId orderId, string detail) : Exception($"The time to pay is over for order {orderId}: {detail}");
