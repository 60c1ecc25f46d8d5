using KakaoWorkflow.Calendar;
using KakaoWorkflow.Inspecting;
using KakaoWorkflow.Local.Demo;
using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Local.Commands;

/// <summary>Prints the orders of a day.</summary>
internal static class DayOrdersText
{
    /// <param name="cafe">Where.</param>
    /// <param name="output">Where they are printed.</param>
    /// <param name="day">The day in Korea.</param>
    /// <param name="status">Only those with this status, or under this mark; null for all.</param>
    public static async Task<int> PrintAsync(Cafe cafe, CommandOutput output, BookDay day, string? status)
    {
        var (orders, isComplete) = await new DayOrders(cafe.Table).ListAsync(day);
        var shown = orders.Where(order => status is null || order.Status == status || order.OpenStatus == status).ToList();
        foreach (var order in shown)
        {
            await output.Out.WriteLineAsync(
                $"{order.OrderId}  {KoreanTime.Text(order.PaidAt ?? order.CreatedAt)}  {order.Status}{(order.Preparation is { } step ? $" {step}" : "")}  "
                + $"{Lines(order)}  due {order.AmountDueWon} won, {order.PointsUsed} points"
                + (order.RefundedWon > 0 || order.RefundedPoints > 0 ? $"; refunded {order.RefundedWon} won, {order.RefundedPoints} points" : ""));
        }
        await output.Out.WriteLineAsync($"{shown.Count} orders{(isComplete ? "" : ", and more")}");
        return 0;
    }

    private static string Lines(Order order) => string.Join(", ", order.Lines.Select(line => $"{line.Name} × {line.Quantity}"));
}
