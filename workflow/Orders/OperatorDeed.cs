using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Orders;

/// <summary>What a person did to an order by hand, as its record says it.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Why">Why.</param>
/// <param name="Deed">What: <c>resumed</c>, <c>refund</c>, or another that the order's record names.</param>
/// <param name="Value">The step that was resumed, the refund's number; empty where the deed says it all.</param>
public sealed record OperatorDeed(DateTimeOffset At, string By, string Why, string Deed, string Value)
{
    private static readonly string[] Common = [OperatorAction.At, OperatorAction.By, OperatorAction.Why];

    /// <summary>Reads an order's deeds, oldest first; none where there are none.</summary>
    /// <exception cref="MalformedItemException">An entry lacks something.</exception>
    public static IReadOnlyList<OperatorDeed> ReadAll(Dictionary<string, AttributeValue> order) =>
        !order.TryGetValue(OrderAttributes.OperatorActions, out var actions) || actions.L is null
            ? []
            : [.. actions.L.Select(action => Read(action.M))];

    private static OperatorDeed Read(Dictionary<string, AttributeValue> action)
    {
        var (deed, value) = action.FirstOrDefault(entry => !Common.Contains(entry.Key));
        return new OperatorDeed(action.Instant(OperatorAction.At), action.Text(OperatorAction.By), action.Text(OperatorAction.Why), deed ?? "",
            value?.S ?? value?.N ?? "");
    }
}
