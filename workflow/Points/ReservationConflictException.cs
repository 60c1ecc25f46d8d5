namespace KakaoWorkflow.Points;

/// <summary>The reservation failed for a reason that is gone when one looks again: the state machine repeats the step.</summary>
/// <param name="orderId">The order.</param>
public sealed class OrderConflictException(string orderId)
    : Exception($"The reservation of order {orderId} met another change; it is to be repeated.");
