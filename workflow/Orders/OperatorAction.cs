using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Orders;

/// <summary>One entry of <c>operatorActions</c> on an order's record: who did what to the order by hand, when, and why.</summary>
internal static class OperatorAction
{
    /// <summary>The attribute of the order's record: a list, in the order of the actions.</summary>
    public const string Attribute = "operatorActions";

    /// <summary>The change that adds <c>:entry</c> to the list; it needs <see cref="None"/> as <c>:none</c>.</summary>
    public const string Append = Attribute + " = list_append(if_not_exists(" + Attribute + ", :none), :entry)";

    /// <summary>The list that is there before the first action.</summary>
    public static AttributeValue None => new() { IsLSet = true };

    /// <summary>The latest resume on an order's record; null when there was none.</summary>
    public static StepResume? LastResume(Dictionary<string, AttributeValue> item) =>
        item.TryGetValue(Attribute, out var actions) && actions.L?.FindLast(action => action.M?.ContainsKey("resumed") == true) is { } last
            ? new StepResume(last.M.Text("resumed"), last.M.Text("by"), last.M.Instant("at"))
            : null;

    /// <summary>A list with one entry.</summary>
    /// <param name="at">When.</param>
    /// <param name="by">Who.</param>
    /// <param name="why">Why.</param>
    /// <param name="deed">What was done: <c>resumed</c>, <c>refund</c>, <c>settled</c> or <c>settledRefund</c>.</param>
    /// <param name="value">The step that was resumed, the refund's number, or what the payment was settled as.</param>
    public static AttributeValue Entry(DateTimeOffset at, string by, string why, string deed, AttributeValue value) => new()
    {
        L =
        [
            new()
            {
                M = new(StringComparer.Ordinal)
                {
                    ["at"] = Attributes.Instant(at),
                    ["by"] = Attributes.Text(by),
                    ["why"] = Attributes.Text(why),
                    [deed] = value,
                },
            },
        ],
    };
}
