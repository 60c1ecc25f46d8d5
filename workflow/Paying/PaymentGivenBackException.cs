using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Paying;

/// <summary>A person says that what was captured went back by hand. The state machine releases the points.</summary>
/// <param name="orderId">The order.</param>
/// <param name="detail">What is known, without secrets.</param>
public sealed class PaymentGivenBackException(OrderId orderId, string detail) : Exception($"The payment went back by hand for order {orderId}: {detail}");
