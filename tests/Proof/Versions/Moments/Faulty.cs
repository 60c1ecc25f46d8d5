namespace KakaoWorkflow.Tests.Proof.Versions.Moments;

/// <summary>Faults that bring an order to a moment.</summary>
internal static class Faulty
{
    /// <summary>More attempts than any step has.</summary>
    public const int Always = 45;

    private static readonly string[] TableOperations = ["GetItem", "PutItem", "UpdateItem", "TransactWriteItems"];

    /// <summary>A function's calls to a table operation do not leave, so often.</summary>
    public static IEnumerable<Fault> Table(string function, string operation, int times) =>
        Calls(function, "dynamodb", operation, FaultKind.NeverSent, 0, times);

    /// <summary>No call of a function to the table ever leaves.</summary>
    public static IEnumerable<Fault> Table(string function) => TableOperations.SelectMany(operation => Table(function, operation, Always));

    /// <summary>A function's calls to KakaoPay do not leave, so often.</summary>
    public static IEnumerable<Fault> KakaoPay(string function, string operation, int times) =>
        Calls(function, "kakaopay", operation, FaultKind.NeverSent, 0, times);

    /// <summary>The first call of a function to KakaoPay takes effect, and its answer is lost.</summary>
    public static Fault AnswerLost(string function, string operation) =>
        Calls(function, "kakaopay", operation, FaultKind.AnswerLost, 0, 1).Single();

    private static IEnumerable<Fault> Calls(string function, string service, string operation, FaultKind kind, int first, int times) =>
        Enumerable.Range(first, times).Select(ordinal => new Fault(new CallName(function, service, operation, ordinal), kind));
}
