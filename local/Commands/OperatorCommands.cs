using System.CommandLine;
using System.Text.Json.Nodes;
using KakaoWorkflow.Local.Hosting;
using KakaoWorkflow.Local.Storage;

namespace KakaoWorkflow.Local.Commands;

/// <summary>The operator's hand: commands that work against the running host of the same <c>--data</c>, or one of their own.</summary>
internal sealed class OperatorCommands(HostArguments host)
{
    private readonly Argument<string> _order = new("order") { Description = "The order's number." };
    private readonly Option<string> _by = new("--by") { Description = "Who asks; kept on the order.", HelpName = "NAME", Required = true };
    private readonly Option<string> _why = new("--why") { Description = "Why; kept on the order.", HelpName = "TEXT", Required = true };

    public IReadOnlyList<Command> All =>
        [Orders(), Resume(), Refund(), LedgerOf(), Report(), Sub("reconcile", "Finds orders that stopped moving and repairs them.", [], (_, cafe) =>
            FunctionCall.PrintAsync(cafe, "ReconcileOrders", [], isGood: null))];

    private Command Orders()
    {
        var status = new Option<string>("--status")
        {
            Description = "REVIEW, REFUNDING, MONEY_UNCHECKED, AWAITING_PAYMENT, RESERVED or QUOTED.",
            DefaultValueFactory = _ => "REVIEW",
        };
        status.AcceptOnlyFromAmong([.. OpenOrdersText.Statuses]);
        return Sub("orders", "Lists the orders that are in a status or under a mark, oldest first.", [status], (arguments, cafe) =>
            OpenOrdersText.PrintAsync(cafe, arguments.GetValue(status)!));
    }

    private Command Resume() => Sub(
        "resume", "Lets an order in review try the failed step again.", [_order, _by, _why], (arguments, cafe) =>
            FunctionCall.PrintAsync(
                cafe,
                "ResumeOrder",
                new JsonObject
                {
                    ["orderId"] = arguments.GetValue(_order),
                    ["by"] = arguments.GetValue(_by),
                    ["why"] = arguments.GetValue(_why),
                },
                isGood: null));

    private Command Refund()
    {
        var line = new Option<int?>("--line") { Description = "The line of the order, counted from 1; without it, all of the order.", HelpName = "N" };
        var quantity = new Option<int?>("--quantity")
        {
            Description = "How many of the line are to be refunded in all, earlier refunds included; without it, all of them.",
            HelpName = "Q",
        };
        return Sub("refund", "Refunds a paid order, whole or by line. Asking twice refunds once.", [_order, line, quantity, _by, _why], (arguments, cafe) =>
        {
            var call = new JsonObject
            {
                ["orderId"] = arguments.GetValue(_order),
                ["by"] = arguments.GetValue(_by),
                ["why"] = arguments.GetValue(_why),
            };
            if (arguments.GetValue(line) is { } number)
                call["line"] = number;
            if (arguments.GetValue(quantity) is { } count)
                call["quantity"] = count;
            return FunctionCall.PrintAsync(cafe, "RefundOrder", call, isGood: null);
        });
    }

    private Command LedgerOf()
    {
        var member = new Argument<string>("member") { Description = "A member id or a phone number." };
        return Sub("ledger", "Shows a member's points and how they came about.", [member], (arguments, cafe) =>
            MemberLedgerText.PrintAsync(cafe, arguments.GetValue(member)!));
    }

    private Command Report()
    {
        var day = new Option<string?>("--day") { Description = "The day in Korea; without it, yesterday.", HelpName = "YYYY-MM-DD" };
        return Sub("report", "Compares KakaoPay, the orders and the points ledger of a day.", [day], (arguments, cafe) => FunctionCall.PrintAsync(
            cafe,
            "DailyReport",
            arguments.GetValue(day) is { } text ? new JsonObject { ["day"] = text } : [],
            answer => (bool?)answer["isClean"] == true));
    }

    private Command Sub(
        string name, string description, IReadOnlyList<Symbol> symbols, Func<ParseResult, Demo.Cafe, Task<int>> run)
    {
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
                command.Add(argument);
            else
                command.Add((Option)symbol);
        }
        command.SetAction(async (arguments, cancellationToken) =>
        {
            using var loggers = HostLogging.Create(LogLevel.Warning);
#pragma warning disable RS0030 // the composition root names the system's clock
            var time = TimeProvider.System;
#pragma warning restore RS0030
            try
            {
                var options = host.Read(arguments).Options with { Loggers = loggers };
                await using var connection = await CafeConnection.OpenAsync(options, time, cancellationToken);
                return await run(arguments, connection.Cafe);
            }
            catch (Exception error) when (error is DataFolderInUseException or NewerFormatException or PortInUseException or HttpRequestException)
            {
                await Console.Error.WriteLineAsync(error.Message);
                return 1;
            }
        });
        return command;
    }
}
