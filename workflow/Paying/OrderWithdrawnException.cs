using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Paying;

/// <summary>
/// The order is withdrawn and nothing was captured: its approval was not sent, or KakaoPay no longer takes it. The state machine releases
/// the points.
/// </summary>
/// <param name="orderId">The order.</param>
/// <param name="detail">What is known, without secrets.</param>
public sealed class OrderWithdrawnException(OrderId orderId, string detail) : Exception($"The customer withdrew order {orderId}: {detail}");
