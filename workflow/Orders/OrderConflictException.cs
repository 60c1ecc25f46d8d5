namespace KakaoWorkflow.Orders;

/// <summary>A step's transaction failed for a reason that is gone when one looks again. The state machine repeats the step.</summary>
/// <param name="orderId">The order.</param>
public sealed class OrderConflictException(OrderId orderId)
    : Exception($"A step of order {orderId} met another change; it is to be repeated.");
