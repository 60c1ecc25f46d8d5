using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Points;

/// <summary>A release came for points that were spent: the order is paid. A person has to look at it.</summary>
/// <param name="orderId">The order.</param>
public sealed class HoldCommittedException(OrderId orderId)
    : Exception($"The points of order {orderId} are committed and cannot be released.");
