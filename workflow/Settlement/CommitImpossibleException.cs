using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Settlement;

/// <summary>The order can never be committed. The state machine refunds what was captured and releases the points.</summary>
/// <param name="orderId">The order.</param>
/// <param name="reason">Why, in a few words.</param>
public sealed class CommitImpossibleException(OrderId orderId, string reason)
    : Exception($"Order {orderId} cannot be committed: {reason}.");
