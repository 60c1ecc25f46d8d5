using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Review;

/// <summary>A person's word about a payment cannot hold: KakaoPay clearly says otherwise, or the order cannot end by it.</summary>
/// <param name="orderId">The order.</param>
/// <param name="reason">Why not, as a sentence without its full stop.</param>
public sealed class SettleRefusedException(OrderId orderId, string reason) : Exception($"Order {orderId} cannot be settled so: {reason}.");
