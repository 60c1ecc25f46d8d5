using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Paying;

/// <summary>KakaoPay refused to prepare the payment. Nothing can have been captured; the state machine releases the points.</summary>
/// <param name="orderId">The order.</param>
/// <param name="detail">What is known, without secrets.</param>
public sealed class PaymentRefusedException(OrderId orderId, string detail) : Exception($"KakaoPay refuses the payment of order {orderId}: {detail}");
