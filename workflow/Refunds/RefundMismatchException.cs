using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Refunds;

/// <summary>
/// KakaoPay has given back another sum than the order's refunds explain, for example because somebody cancelled in KakaoPay's
/// own pages. The refund waits for a person; nothing is sent.
/// </summary>
/// <param name="orderId">The order.</param>
/// <param name="detail">What disagrees, as a sentence without its full stop.</param>
public sealed class RefundMismatchException(OrderId orderId, string detail)
    : Exception($"KakaoPay and the refunds of order {orderId} disagree: {detail}.");
