namespace KakaoWorkflow.Refunds;

/// <summary>The order cannot be refunded as asked; nothing was written.</summary>
/// <param name="orderId">The order.</param>
/// <param name="reason">Why not.</param>
public sealed class RefundRefusedException(string orderId, RefundRefusal reason)
    : Exception($"Order {orderId} cannot be refunded: {reason}.")
{
    /// <summary>Why not.</summary>
    public RefundRefusal Reason { get; } = reason;
}
