using KakaoWorkflow.Calendar;
using KakaoWorkflow.Inspecting;
using KakaoWorkflow.Local.Demo;
using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Local.Commands;

/// <summary>Prints everything about one order.</summary>
internal static class OrderText
{
    /// <returns>0; 1 when there is no such order.</returns>
    public static async Task<int> PrintAsync(Cafe cafe, CommandOutput output, OrderId orderId)
    {
        try
        {
            var details = await new InspectOrder(cafe.Table, OrderStory.Reader(cafe), cafe.Time).RunAsync(orderId);
            foreach (var line in Lines(details))
                await output.Out.WriteLineAsync(line);
            return 0;
        }
        catch (OrderNotFoundException error)
        {
            await output.Errors.WriteLineAsync(error.Message);
            return 1;
        }
    }

    private static IEnumerable<string> Lines(OrderDetails details) =>
    [
        .. Head(details.Order),
        .. Titled("refunds", details.Refunds.Select(refund =>
            $"{KoreanTime.Text(refund.RequestedAt)}  {refund.Number}  {refund.State}  {refund.Parts.CashWon} won, {refund.Parts.Points} points back, "
            + $"{refund.Parts.EarnedPoints} taken back  by {refund.By}: {refund.Why}")),
        .. Titled("ledger", details.Ledger.Select(line =>
            $"{KoreanTime.Text(line.At)}  {line.Kind,-12} available {line.AvailableDelta,7:+#;-#;0}  held {line.HeldDelta,7:+#;-#;0}  debt {line.DebtDelta,7:+#;-#;0}")),
        .. Titled("moves", details.Order.Moves.Select(move => $"{KoreanTime.Text(move.At)}  {move.To,-9}  by {move.By}")),
        .. Titled("by hand", details.Deeds.Select(deed => $"{KoreanTime.Text(deed.At)}  {deed.Deed} {deed.Value}  by {deed.By}: {deed.Why}")),
        .. Titled("attention", details.Matters.Select(matter => $"{KoreanTime.Text(matter.Since)}  {matter.Kind}: {matter.Detail}")),
        Row("path", $"{(details.Path.States.Count == 0 ? "no execution" : string.Join(" → ", details.Path.States))}  {details.Path.Status}".TrimEnd()),
        Row("waits", details.Waits.Count == 0 ? "for nothing" : "for " + string.Join(", ", details.Waits.Select(Word))),
    ];

    private static IEnumerable<string> Head(Order order)
    {
        yield return $"{order.OrderId}  {order.Status} since {KoreanTime.Text(order.StatusSince)}";
        yield return Row("ordered", $"{KoreanTime.Text(order.CreatedAt)}  by member {order.MemberId} (…{order.PhoneLast4})");
        for (var index = 0; index < order.Lines.Count; index++)
        {
            var (line, refunded) = (order.Lines[index], order.RefundedOf(index));
            yield return Row($"line {index + 1}",
                $"{line.Name} × {line.Quantity}  {line.UnitPriceWon} won each, {line.TotalWon} won" + (refunded > 0 ? $"; {refunded} refunded" : ""));
        }
        yield return Row("amounts", $"total {order.TotalWon} won, points {order.PointsUsed}, due {order.AmountDueWon} won, earned {order.EarnedPoints ?? 0}");
        if (order.PaidAt is { } paidAt)
            yield return Row("paid", $"{KoreanTime.Text(paidAt)}  as {order.Tid ?? "points alone"}");
        if (order.RefundedWon > 0 || order.RefundedPoints > 0 || order.TakenBackPoints > 0)
            yield return Row("refunded", $"{order.RefundedWon} won, {order.RefundedPoints} points back, {order.TakenBackPoints} taken back");
        if (order.RecalledAt is { } recalledAt)
            yield return Row("recalled", KoreanTime.Text(recalledAt));
        if (order.RejectionCode is { } rejection)
            yield return Row("rejected", rejection);
        if (order.FailedStep is not null || order.Failure is not null)
            yield return Row("failed", $"{order.FailedStep ?? "no execution"}: {order.Failure}");
        if (order.Preparation is { } step)
            yield return Row("made", step);
        if (order.OpenStatus is { } mark && mark != order.Status)
            yield return Row("mark", mark);
    }

    private static IEnumerable<string> Titled(string title, IEnumerable<string> rows) =>
        rows.Select((row, index) => Row(index == 0 ? title : "", row));

    private static string Row(string title, string text) => $"  {title,-10}{text}";

    private static string Word(WaitsFor waits) => waits switch
    {
        WaitsFor.Workflow => "the workflow's next step",
        WaitsFor.Payment => "the customer to pay",
        WaitsFor.Person => "a person (resume)",
        WaitsFor.Refund => "a refund to be done",
        WaitsFor.MoneyCheck => "the last look at its money",
        WaitsFor.Board => "the board to hear of it",
        WaitsFor.Barista => "a barista to make it",
        WaitsFor.PickUp => "the customer to fetch it",
        _ => waits.ToString(),
    };
}
