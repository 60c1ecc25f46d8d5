using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Paying;

/// <summary>KakaoPay captured another amount than the order's. The state machine refunds it and puts the order before a person.</summary>
/// <param name="orderId">The order.</param>
/// <param name="orderedWon">What was to be captured.</param>
/// <param name="capturedWon">What was captured.</param>
public sealed class ApprovedAmountMismatchException(OrderId orderId, long orderedWon, long capturedWon)
    : Exception($"KakaoPay captured {capturedWon} won for order {orderId}, for which {orderedWon} won are due.");
