using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Board;

/// <summary>A message on the <c>order-events</c> queue.</summary>
/// <param name="Type"><see cref="OrderPaid"/> is the only one.</param>
/// <param name="OrderId">The order.</param>
public sealed record OrderEventMessage(string Type, OrderId OrderId)
{
    /// <summary>The order was committed.</summary>
    public const string OrderPaid = "OrderPaid";
}
