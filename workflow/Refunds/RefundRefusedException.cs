using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Refunds;

/// <summary>The order cannot be refunded as asked; nothing was written.</summary>
/// <param name="orderId">The order.</param>
/// <param name="reason">Why not.</param>
public sealed class RefundRefusedException(OrderId orderId, RefundRefusal reason)
    : Exception($"Order {orderId} cannot be refunded: {Sentence(reason)}")
{
    /// <summary>Why not.</summary>
    public RefundRefusal Reason { get; } = reason;

    private static string Sentence(RefundRefusal reason) => reason switch
    {
        RefundRefusal.NotPaid => "it was never paid, or ended without a sale.",
        RefundRefusal.AlreadyBegun => "the café has begun, so the customer cannot cancel any more.",
        RefundRefusal.TooLate => "it was paid too long ago for the customer to cancel it.",
        RefundRefusal.NoSuchLine => "it has no such line.",
        RefundRefusal.TooMany => "the line has fewer than that quantity.",
        RefundRefusal.TooOften => $"it has had {RequestRefund.MaxRefunds} refunds, and no more can be kept.",
        _ => reason.ToString(),
    };
}
