using System.Text.Json;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths.Filters;

/// <summary>
/// <c>left operator right</c>. Numbers are ordered by value, strings by code unit; other or mixed types have no order.
/// </summary>
internal sealed record Comparison(FilterOperand Left, string Operator, FilterOperand Right) : FilterCondition
{
    public override bool Holds(JsonNode? current, JsonNode? root)
    {
        var found = Left.TryRead(current, root, out var left) & Right.TryRead(current, root, out var right);
        return Operator switch
        {
            "==" => found && JsonNode.DeepEquals(left, right),
            "!=" => !found || !JsonNode.DeepEquals(left, right),
            _ => found && Order(left, right) is { } order && Operator switch
            {
                "<" => order < 0,
                "<=" => order <= 0,
                ">" => order > 0,
                _ => order >= 0,
            },
        };
    }

    private static int? Order(JsonNode? left, JsonNode? right)
    {
        if (left is null || right is null)
            return null;
        return (left.GetValueKind(), right.GetValueKind()) switch
        {
            (JsonValueKind.Number, JsonValueKind.Number) => JsonNumber.Compare(left, right),
            (JsonValueKind.String, JsonValueKind.String) =>
                string.CompareOrdinal(left.GetValue<string>(), right.GetValue<string>()),
            _ => null,
        };
    }
}
