using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Paying;

/// <summary>KakaoPay says that nothing was captured and still takes the approval. The state machine sends it again.</summary>
/// <param name="orderId">The order.</param>
/// <param name="detail">What is known, without secrets.</param>
public sealed class PaymentNotCapturedException(OrderId orderId, string detail) : Exception($"The payment was not captured for order {orderId}: {detail}");
