using System.CommandLine;
using System.Text.Json.Nodes;
using KakaoWorkflow.Board;
using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Local.Commands;

/// <summary>The barista's hand, and looking at orders.</summary>
internal sealed class BoardCommands(OperatorCommands operators)
{
    private static readonly string[] Ended =
        [OrderStatus.Paid, OrderStatus.Rejected, OrderStatus.Cancelled, OrderStatus.Expired, OrderStatus.Declined, OrderStatus.Refunded];

    private readonly Argument<OrderId> _order = OrderArgument.Create();
    private readonly Option<string> _by = new("--by") { Description = "Who moves it; kept on the order.", HelpName = "NAME", Required = true };

    public IReadOnlyList<Command> All =>
    [
        Board(),
        Move("start", BoardMove.Start, "Somebody begins to make an order; the customer cannot cancel it in the chat any more."),
        Move("made", BoardMove.Made, "An order is made and waits at the counter; the customer's chat says so."),
        Move("picked-up", BoardMove.PickedUp, "The customer has the order; it leaves the board."),
        Move("undo", BoardMove.Undo, "Takes the last of start, made and picked-up back."),
        Orders(),
        Order(),
    ];

    private Command Board() => operators.Sub(
        "board", "Shows what there is to make, what is being made, and what waits at the counter.", [], (_, cafe, output) => BoardText.PrintAsync(cafe, output));

    private Command Move(string name, string move, string description) => operators.Sub(name, description, [_order, _by], (arguments, cafe, output) =>
        FunctionCall.PrintAsync(
            cafe,
            output,
            "MoveOrder",
            new JsonObject { ["orderId"] = arguments.GetValue(_order)!.ToString(), ["move"] = move, ["by"] = arguments.GetValue(_by) },
            answer => (string?)answer["outcome"] is nameof(MoveOutcome.Moved) or nameof(MoveOutcome.AlreadyThere)));

    private Command Orders()
    {
        var day = new Option<BookDay?>("--day")
        {
            Description = "The day in Korea on which they were paid, ended, or began and are still open.",
            HelpName = "YYYY-MM-DD",
            CustomParser = result =>
            {
                if (BookDay.TryParse(result.Tokens[0].Value, out var read))
                    return read;
                result.AddError($"--day must be a date as 2026-11-23, not '{result.Tokens[0].Value}'.");
                return null;
            },
        };
        var status = new Option<string?>("--status")
        {
            Description = $"{string.Join(", ", OpenOrdersText.Statuses)}: all of them, whatever the day; {string.Join(", ", Ended)}: those of the day, "
                + "today's without --day. Without either option, REVIEW.",
            HelpName = "STATUS",
        };
        status.AcceptOnlyFromAmong([.. OpenOrdersText.Statuses, .. Ended]);
        return operators.Sub("orders", "Lists orders of a day or in a status, oldest first.", [day, status], (arguments, cafe, output) =>
        {
            var (onDay, wanted) = (arguments.GetValue(day), arguments.GetValue(status));
            return onDay is null && !Ended.Contains(wanted)
                ? OpenOrdersText.PrintAsync(cafe, output, wanted ?? OrderStatus.Review)
                : DayOrdersText.PrintAsync(cafe, output, onDay ?? BookDay.Of(cafe.Time.GetUtcNow()), wanted);
        });
    }

    private Command Order() => operators.Sub("order", "Shows everything about one order; times are Korea's.", [_order], (arguments, cafe, output) =>
        OrderText.PrintAsync(cafe, output, arguments.GetValue(_order)!));
}
