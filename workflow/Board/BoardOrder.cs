using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Board;

/// <summary>One order on the board.</summary>
/// <param name="OrderId">The order's number.</param>
/// <param name="Preparation">TO_MAKE, MAKING or MADE.</param>
/// <param name="PaidAt">When it was paid: its age counts from here.</param>
/// <param name="Since">Since when it is at this step.</param>
/// <param name="PhoneLast4">The last four digits of the customer's number, to call the order out by.</param>
/// <param name="Lines">What is to be made.</param>
public sealed record BoardOrder(
    OrderId OrderId, string Preparation, DateTimeOffset PaidAt, DateTimeOffset Since, string PhoneLast4, IReadOnlyList<BoardLine> Lines)
{
    /// <summary>An order that is on the board, as its record says it.</summary>
    public static BoardOrder Of(Order order)
    {
        var paidAt = order.PaidAt ?? order.StatusSince;
        return new BoardOrder(
            order.OrderId,
            order.Preparation!,
            paidAt,
            order.Moves is [.., var last] ? last.At : paidAt,
            order.PhoneLast4,
            [.. order.Lines.Select((line, index) => new BoardLine(line.Name, line.Quantity - order.RefundedOf(index))).Where(line => line.Quantity > 0)]);
    }
}
