namespace KakaoWorkflow.Orders;

/// <summary>A step found that its order has ended already, by another hand. The state machine goes on to ReleasePoints, which finds the same.</summary>
/// <param name="orderId">The order.</param>
/// <param name="status">How it ended.</param>
public sealed class OrderEndedException(OrderId orderId, string status) : Exception($"Order {orderId} has ended: {status}.");
