using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Paying;

/// <summary>
/// KakaoPay says for certain that nothing was captured, or that all of it went back, and nothing will be. The state machine releases the
/// points.
/// </summary>
/// <param name="orderId">The order.</param>
/// <param name="detail">What is known, without secrets.</param>
public sealed class PaymentDeclinedException(OrderId orderId, string detail) : Exception($"The payment is declined for order {orderId}: {detail}");
