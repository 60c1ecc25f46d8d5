namespace KakaoWorkflow.Orders;

/// <summary>A step was called for an order that does not exist.</summary>
/// <param name="orderId">The number.</param>
public sealed class OrderNotFoundException(OrderId orderId) : Exception($"There is no order {orderId}.");
