using KakaoWorkflow.Callbacks;
using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Inspecting;

/// <summary>Reads off an order's record what it waits for.</summary>
public static class Waiting
{
    /// <summary>All that the order waits for; empty when it is done.</summary>
    public static IReadOnlyList<WaitsFor> For(Order order)
    {
        var waits = new List<WaitsFor>();
        if (order.ReviewToken is not null || order.Status == OrderStatus.Review)
            waits.Add(WaitsFor.Person);
        else if (order.Status == OrderStatus.AwaitingPayment && DueCallback.Of(order) is null)
            waits.Add(WaitsFor.Payment);
        else if (order.IsOpen)
            waits.Add(WaitsFor.Workflow);
        if (order.OpenRefund is not null)
            waits.Add(WaitsFor.Refund);
        if (order.OpenStatus == OpenMark.MoneyUnchecked)
            waits.Add(WaitsFor.MoneyCheck);
        if (order.AwaitsBoard)
            waits.Add(WaitsFor.Board);
        if (order.IsOnBoard)
            waits.Add(order.Preparation == Preparation.Made ? WaitsFor.PickUp : WaitsFor.Barista);
        return waits;
    }
}
