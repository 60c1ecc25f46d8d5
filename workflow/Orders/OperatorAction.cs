using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Orders;

/// <summary>One entry of <c>operatorActions</c> on an order's record: who did what to the order by hand, when, and why.</summary>
internal static class OperatorAction
{
    public const string At = "at";
    public const string By = "by";
    public const string Why = "why";

    /// <summary>A step was tried again; its value is the step.</summary>
    public const string Resumed = "resumed";

    /// <summary>A refund was asked for; its value is the refund's number.</summary>
    public const string Refund = "refund";

    /// <summary>A payment was settled; its value is what as.</summary>
    public const string Settled = "settled";

    /// <summary>A refund was settled as given back by hand; its value is the refund's number.</summary>
    public const string SettledRefund = "settledRefund";

    /// <summary>The latest resume on an order's record; null when there was none.</summary>
    public static StepResume? LastResume(Dictionary<string, AttributeValue> item) =>
        item.TryGetValue(OrderAttributes.OperatorActions, out var actions) && actions.L?.FindLast(action => action.M?.ContainsKey(Resumed) == true) is { } last
            ? new StepResume(last.M.Text(Resumed), last.M.Text(By), last.M.Instant(At))
            : null;

    /// <summary>A list with one entry.</summary>
    /// <param name="at">When.</param>
    /// <param name="by">Who.</param>
    /// <param name="why">Why.</param>
    /// <param name="deed">What was done: one of the four above.</param>
    /// <param name="value">Its value.</param>
    public static AttributeValue Entry(DateTimeOffset at, string by, string why, string deed, AttributeValue value) => new()
    {
        L =
        [
            new()
            {
                M = new(StringComparer.Ordinal)
                {
                    [At] = Attributes.Instant(at),
                    [By] = Attributes.Text(by),
                    [Why] = Attributes.Text(why),
                    [deed] = value,
                },
            },
        ],
    };
}
