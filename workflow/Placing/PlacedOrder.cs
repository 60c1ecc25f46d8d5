using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Placing;

/// <summary>The answer to placing an order.</summary>
/// <param name="Kind">What it came to.</param>
/// <param name="Order">The order as far as it is known; null when it has not been quoted yet, and for the other kinds.</param>
/// <param name="OrderId">The order's number; when blocked, that of the order in flight; null when not found and when the sheet is too old.</param>
public sealed record PlacedOrder(PlacedOrderKind Kind, Order? Order, OrderId? OrderId)
{
    /// <summary>The sheet that the order is made from; null when it was not read.</summary>
    public OrderSheet? Sheet { get; init; }

    /// <summary>There is no such sheet.</summary>
    public static PlacedOrder NotFound { get; } = new(PlacedOrderKind.NotFound, null, null);

    /// <summary>The sheet is too old.</summary>
    public static PlacedOrder SheetExpired { get; } = new(PlacedOrderKind.SheetExpired, null, null);

    /// <summary>Another order is in flight.</summary>
    public static PlacedOrder Blocked(OrderId openOrderId) => new(PlacedOrderKind.Blocked, null, openOrderId);
}
