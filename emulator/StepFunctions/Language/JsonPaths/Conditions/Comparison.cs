using System.Text.Json;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.Choices;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Conditions;

/// <summary>Compares what Variable finds with a fixed value, or with what another path finds.</summary>
internal sealed class Comparison(JsonPath variable, ComparisonOperator comparison, JsonNode? value, JsonPath? valuePath)
    : Condition
{
    public override bool IsTrue(EvaluationScope scope)
    {
        var left = variable.Evaluate(scope);
        var right = valuePath is null ? value : valuePath.Evaluate(scope);
        return Order(comparison.Type, left, right) is { } order && comparison.Accepts(order);
    }

    /// <summary>Whether a fixed value is of the type that the operator compares.</summary>
    internal static bool IsOfType(ComparedType type, JsonNode? value) => Order(type, value, value) is not null;

    private static int? Order(ComparedType type, JsonNode? left, JsonNode? right) => type switch
    {
        ComparedType.String when Are(JsonValueKind.String, left, right) =>
            string.CompareOrdinal(left!.GetValue<string>(), right!.GetValue<string>()),
        ComparedType.Numeric when Are(JsonValueKind.Number, left, right) => JsonNumber.Compare(left!, right!),
        ComparedType.Boolean when Boolean(left) is { } first && Boolean(right) is { } second => first.CompareTo(second),
        ComparedType.Timestamp when Timestamp.TryRead(left, out var first) && Timestamp.TryRead(right, out var second) =>
            first.CompareTo(second),
        _ => null,
    };

    private static bool Are(JsonValueKind kind, JsonNode? left, JsonNode? right) =>
        left?.GetValueKind() == kind && right?.GetValueKind() == kind;

    private static bool? Boolean(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
