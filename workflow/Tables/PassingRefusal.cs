using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace KakaoWorkflow.Tables;

/// <summary>Tells refusals of a write that pass by themselves from those that another attempt does not change. Nothing was written in either case.</summary>
internal static class PassingRefusal
{
    private const string Condition = "ConditionalCheckFailed";

    /// <summary>The codes of whole calls.</summary>
    private static readonly HashSet<string> Errors = new(StringComparer.Ordinal)
    {
        "TransactionConflictException",
        "TransactionInProgressException",
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "ThrottlingException",
    };

    /// <summary>The codes that a cancelled transaction gives for each of its items.</summary>
    private static readonly HashSet<string> Reasons = new(StringComparer.Ordinal)
    {
        "TransactionConflict",
        "ProvisionedThroughputExceeded",
        "ThrottlingError",
    };

    /// <summary>Whether the same write may be accepted a moment later: it met a transaction or was throttled, and no condition failed.</summary>
    public static bool IsOne(AmazonDynamoDBException error) => error is TransactionCanceledException cancelled
        ? !FailsCondition(cancelled) && Has(cancelled, Reasons.Contains)
        : error.ErrorCode is { } code && Errors.Contains(code);

    /// <summary>Whether a condition of the transaction does not hold.</summary>
    public static bool FailsCondition(TransactionCanceledException error) => Has(error, code => code == Condition);

    private static bool Has(TransactionCanceledException error, Func<string, bool> isOne) =>
        error.CancellationReasons?.Exists(reason => reason.Code is { } code && isOne(code)) == true;
}
