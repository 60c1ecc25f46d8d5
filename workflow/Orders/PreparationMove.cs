using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Orders;

/// <summary>One entry of <c>moves</c> on an order's record: who took the order to which step, and when.</summary>
/// <param name="To">One of <see cref="Preparation"/>.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record PreparationMove(string To, string By, DateTimeOffset At)
{
    /// <summary>Reads an order's moves; none where the attribute is missing.</summary>
    /// <exception cref="MalformedItemException">An entry lacks something.</exception>
    public static IReadOnlyList<PreparationMove> ReadAll(Dictionary<string, AttributeValue> item) =>
        !item.TryGetValue(OrderAttributes.Moves, out var moves) || moves.L is null
            ? []
            : [.. moves.L.Select(move => new PreparationMove(move.M.Text("to"), move.M.Text("by"), move.M.Instant("at")))];

    /// <summary>A list with this entry.</summary>
    internal AttributeValue ToList() => new()
    {
        L =
        [
            new()
            {
                M = new(StringComparer.Ordinal)
                {
                    ["to"] = Attributes.Text(To),
                    ["by"] = Attributes.Text(By),
                    ["at"] = Attributes.Instant(At),
                },
            },
        ],
    };
}
