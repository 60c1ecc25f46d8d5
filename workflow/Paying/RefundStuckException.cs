using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Paying;

/// <summary>
/// KakaoPay refuses to give the money back, and a repetition is not known to help. The state machine tries a few times more and then asks a
/// person.
/// </summary>
/// <param name="orderId">The order.</param>
/// <param name="detail">What is known, without secrets.</param>
public sealed class RefundStuckException(OrderId orderId, string detail) : Exception($"The refund is stuck for order {orderId}: {detail}");
