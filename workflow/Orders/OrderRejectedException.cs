namespace KakaoWorkflow.Orders;

/// <summary>The order is refused and its record says why; nothing is held. The state machine ends it as REJECTED.</summary>
/// <param name="orderId">The order.</param>
/// <param name="rejectionCode">A code of <see cref="Pricing.Rejection"/>.</param>
public sealed class OrderRejectedException(OrderId orderId, string rejectionCode)
    : Exception($"Order {orderId} is rejected: {rejectionCode}.")
{
    /// <summary>A code of <see cref="Pricing.Rejection"/>.</summary>
    public string RejectionCode { get; } = rejectionCode;
}
