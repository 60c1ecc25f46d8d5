using System.CommandLine;
using System.Text.Json.Nodes;
using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Local.Commands;

/// <summary>The operator's hand: commands that work against the running host of the same <c>--data</c>, or one of their own.</summary>
internal sealed class OperatorCommands(HostArguments host)
{
    private readonly Argument<OrderId> _order = OrderArgument.Create();
    private readonly Option<string> _by = new("--by") { Description = "Who asks; kept on the order.", HelpName = "NAME", Required = true };
    private readonly Option<string> _why = new("--why") { Description = "Why; kept on the order.", HelpName = "TEXT", Required = true };

    public IReadOnlyList<Command> All =>
        [Attention(), .. new BoardCommands(this).All, Resume(), Settle(), Refund(), LedgerOf(), Report(), Reconcile(), Verify()];

    private static JsonObject Empty => [];

    private Command Attention() => Sub("attention", "Lists what waits for a person, and what to do about it.", [], (_, cafe, output) =>
        AttentionText.PrintAsync(cafe, output));

    private Command Resume() => Sub(
        "resume", "Lets an order in review try the failed step again.", [_order, _by, _why], (arguments, cafe, output) =>
            FunctionCall.PrintAsync(
                cafe,
                output,
                "ResumeOrder",
                new JsonObject
                {
                    ["orderId"] = arguments.GetValue(_order)!.ToString(),
                    ["by"] = arguments.GetValue(_by),
                    ["why"] = arguments.GetValue(_why),
                },
                isGood: null));

    private Command Settle()
    {
        var settledAs = new Option<string>("--as")
        {
            Description = "What KakaoPay's own pages show: captured, not-captured or refunded.",
            Required = true,
        };
        settledAs.AcceptOnlyFromAmong([.. SettledAs.All]);
        return Sub(
            "settle", "Says what became of a payment that KakaoPay's inquiry does not tell, or of a refund that it does not do.",
            [_order, settledAs, _by, _why],
            (arguments, cafe, output) => FunctionCall.PrintAsync(
                cafe,
                output,
                "SettleOrder",
                new JsonObject
                {
                    ["orderId"] = arguments.GetValue(_order)!.ToString(),
                    ["as"] = arguments.GetValue(settledAs),
                    ["by"] = arguments.GetValue(_by),
                    ["why"] = arguments.GetValue(_why),
                },
                isGood: null));
    }

    private Command Refund()
    {
        var line = new Option<int?>("--line") { Description = "The line of the order, counted from 1; without it, all of the order.", HelpName = "N" };
        var quantity = new Option<int?>("--quantity")
        {
            Description = "How many of the line are to be refunded in all, earlier refunds included; without it, all of them.",
            HelpName = "Q",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only show what would be refunded." };
        return Sub("refund", "Refunds a paid order, whole or by line. Asking twice refunds once.", [_order, line, quantity, dryRun, _by, _why], (arguments, cafe, output) =>
        {
            var call = new JsonObject
            {
                ["orderId"] = arguments.GetValue(_order)!.ToString(),
                ["by"] = arguments.GetValue(_by),
                ["why"] = arguments.GetValue(_why),
            };
            if (arguments.GetValue(line) is { } number)
                call["line"] = number;
            if (arguments.GetValue(quantity) is { } count)
                call["quantity"] = count;
            if (arguments.GetValue(dryRun))
                call["dryRun"] = true;
            return FunctionCall.PrintAsync(cafe, output, "RefundOrder", call, isGood: null);
        });
    }

    private Command LedgerOf()
    {
        var member = new Argument<string>("member") { Description = "A member id or a phone number." };
        return Sub("ledger", "Shows a member's points and how they came about.", [member], (arguments, cafe, output) =>
            MemberLedgerText.PrintAsync(cafe, output, arguments.GetValue(member)!));
    }

    private Command Report()
    {
        var day = new Option<string?>("--day") { Description = "The day in Korea; without it, yesterday.", HelpName = "YYYY-MM-DD" };
        return Sub("report", "Compares KakaoPay, the orders and the points ledger of a day.", [day], (arguments, cafe, output) => FunctionCall.PrintAsync(
            cafe,
            output,
            "DailyReport",
            arguments.GetValue(day) is { } text ? new JsonObject { ["day"] = text } : Empty,
            answer => (bool?)answer["isClean"] == true));
    }

    private Command Reconcile() => Sub("reconcile", "Finds orders that stopped moving and repairs them.", [], (_, cafe, output) =>
        FunctionCall.PrintAsync(cafe, output, "ReconcileOrders", Empty, isGood: null));

    private Command Verify() => Sub(
        "verify", "Checks the invariants on the data of a folder. While orders are on their way, one may show as it is between two writes.", [],
        (_, cafe, output) => VerifyCommand.PrintAsync(cafe, output));

    /// <summary>A command that works on the café of <c>--data</c>.</summary>
    internal Command Sub(
        string name, string description, IReadOnlyList<Symbol> symbols, Func<ParseResult, Demo.Cafe, CommandOutput, Task<int>> run)
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
            var output = CommandOutput.Of(arguments.InvocationConfiguration);
            var options = host.Read(arguments).Options with { Loggers = loggers };
            if (!Directory.Exists(options.DataFolder))
                throw new DirectoryNotFoundException($"There is no café in {Path.GetFullPath(options.DataFolder)}. Name its folder with --data.");
            await using var connection = await CafeConnection.OpenAsync(options, time, cancellationToken);
            return await run(arguments, connection.Cafe, output);
        });
        return command;
    }
}
