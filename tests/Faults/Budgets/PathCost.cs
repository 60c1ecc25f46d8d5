using KakaoWorkflow.Local.Faults.Injection;

namespace KakaoWorkflow.Tests.Faults.Budgets;

/// <summary>What one order costs on AWS, from the order sheet to its end.</summary>
/// <param name="Path">The path through the workflow.</param>
/// <param name="Transitions">States entered.</param>
/// <param name="Writes">DynamoDB write calls until the order has ended; a transaction is one.</param>
/// <param name="BoardWrites">DynamoDB write calls that put a paid order on the café's board.</param>
/// <param name="Messages">SQS sends.</param>
/// <param name="KakaoPayCalls">KakaoPay calls.</param>
internal sealed record PathCost(string Path, int Transitions, int Writes, int BoardWrites, int Messages, int KakaoPayCalls)
{
    /// <summary>The table's head in <c>docs/budgets.md</c>.</summary>
    public const string Head = """
        | Path | State transitions | DynamoDB write calls to the end | for the board | SQS sends | KakaoPay calls |
        | --- | ---: | ---: | ---: | ---: | ---: |
        """;

    /// <summary>Adds a run's calls up.</summary>
    public static PathCost Of(string path, IReadOnlyList<string> states, IReadOnlyList<CallName> calls)
    {
        var writes = calls.Where(call => call is { Service: "dynamodb", Operation: not ("GetItem" or "Query") }).ToLookup(call => call.Function == "OrderEvents");
        return new PathCost(
            path,
            states.Count,
            writes[false].Count(),
            writes[true].Count(),
            calls.Count(call => call.Service == "sqs") + states.Count(state => state == "AnnounceOrder"),
            calls.Count(call => call.Service == "kakaopay"));
    }

    /// <summary>The row in <c>docs/budgets.md</c>.</summary>
    public override string ToString() => $"| {Path} | {Transitions} | {Writes} | {BoardWrites} | {Messages} | {KakaoPayCalls} |";
}
