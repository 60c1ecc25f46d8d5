using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Paying;

/// <summary>
/// KakaoPay did not answer the preparation, or takes none at the moment. Nothing can have been captured, since nobody knows where to pay;
/// the state machine tries a few times and then releases the points.
/// </summary>
/// <param name="orderId">The order.</param>
/// <param name="detail">What is known, without secrets.</param>
public sealed class PaymentUnavailableException(OrderId orderId, string detail) : Exception($"KakaoPay cannot be reached for order {orderId}: {detail}");
