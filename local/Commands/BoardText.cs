using KakaoWorkflow.Board;
using KakaoWorkflow.Calendar;
using KakaoWorkflow.Local.Demo;
using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Local.Commands;

/// <summary>Prints the café's board: what there is to make, what is being made, what waits at the counter.</summary>
internal static class BoardText
{
    private static readonly IReadOnlyList<string> Shown = [Preparation.ToMake, Preparation.Making, Preparation.Made];

    public static async Task<int> PrintAsync(Cafe cafe, CommandOutput output)
    {
        var page = await new ReadBoard(cafe.Table, cafe.Time).RunAsync();
        foreach (var step in Shown)
        {
            var orders = page.Orders.Where(order => order.Preparation == step).ToList();
            await output.Out.WriteLineAsync($"{step}  {orders.Count}");
            foreach (var order in orders)
            {
                await output.Out.WriteLineAsync(
                    $"  {order.OrderId}  …{order.PhoneLast4}  {Lines(order)}  paid {KoreanTime.Text(order.PaidAt)}, "
                    + $"{Minutes(page.At - order.PaidAt)} ago" + (order.Since > order.PaidAt ? $"; {step} for {Minutes(page.At - order.Since)}" : ""));
            }
        }
        if (!page.IsComplete)
            await output.Out.WriteLineAsync("…and more");
        return 0;
    }

    private static string Lines(BoardOrder order) => string.Join(", ", order.Lines.Select(line => $"{line.Name} × {line.Quantity}"));

    private static string Minutes(TimeSpan time) => $"{Math.Max(0, (long)time.TotalMinutes)} min";
}
