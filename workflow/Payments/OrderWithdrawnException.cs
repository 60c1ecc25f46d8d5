namespace KakaoWorkflow.Payments;

/// <summary>The customer withdrew the order before its approval was sent. The state machine releases the points.</summary>
/// <param name="orderId">The order.</param>
/// <param name="detail">What is known, without secrets.</param>
public sealed class OrderWithdrawnException(string orderId, string detail) : Exception($"The customer withdrew order {orderId}: {detail}");
