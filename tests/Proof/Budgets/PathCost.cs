using System.Globalization;

namespace KakaoWorkflow.Tests.Proof.Budgets;

/// <summary>What one order costs on AWS, from the order sheet to its end.</summary>
/// <param name="Path">The path through the workflow.</param>
/// <param name="Transitions">States entered.</param>
/// <param name="Writes">DynamoDB write calls until the order has ended; a transaction is one.</param>
/// <param name="WriteUnits">What they consume.</param>
/// <param name="BoardWrites">DynamoDB write calls that put a paid order on the café's board.</param>
/// <param name="BoardWriteUnits">What they consume.</param>
/// <param name="ReadUnits">What the reads consume of all functions that read a known number of times.</param>
/// <param name="Messages">SQS sends.</param>
/// <param name="KakaoPayCalls">KakaoPay calls.</param>
internal sealed record PathCost(
    string Path, int Transitions, int Writes, decimal WriteUnits, int BoardWrites, decimal BoardWriteUnits, decimal ReadUnits,
    int Messages, int KakaoPayCalls)
{
    /// <summary>The table's head in <c>docs/budgets.md</c>.</summary>
    public const string Head = """
        | Path | State transitions | DynamoDB write calls to the end | write units | for the board | write units | read units | SQS sends | KakaoPay calls |
        | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
        """;

    private const string Board = "OrderEvents";

    /// <summary>They read again until something has happened, or read by the clock.</summary>
    private static readonly string[] LookAgain = ["Pay", "PaymentRedirect", "ReconcileOrders", "DailyReport"];

    /// <summary>Adds a run's calls up.</summary>
    public static PathCost Of(string path, IReadOnlyList<string> states, IReadOnlyList<CallName> calls, CapacityMeter meter)
    {
        var table = calls.Where(call => call.Service == "dynamodb").ToLookup(call => call.Operation is "GetItem" or "Query");
        var isReviewed = calls.Any(call => call.Function == "AwaitOperator");
        var writes = table[false].Where(call => !isReviewed || !KeepsMatterTrue(call)).ToLookup(call => call.Function == Board);
        return new PathCost(
            path,
            states.Count,
            writes[false].Count(),
            meter.UnitsOf(writes[false]),
            writes[true].Count(),
            meter.UnitsOf(writes[true]),
            meter.UnitsOf(table[true].Where(call => !LookAgain.Contains(call.Function))),
            calls.Count(call => call.Service == "sqs"),
            calls.Count(call => call.Service == "kakaopay"));
    }

    /// <summary>What the reconciler writes about an order that waits for a person, where its minute comes before the person's answer.</summary>
    private static bool KeepsMatterTrue(CallName call) => call is { Function: "ReconcileOrders", Operation: "TransactWriteItems" };

    /// <summary>The row in <c>docs/budgets.md</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Path} | {Transitions} | {Writes} | {WriteUnits:0.#} | {BoardWrites} | {BoardWriteUnits:0.#} | {ReadUnits:0.#} | {Messages} | {KakaoPayCalls} |");
}
