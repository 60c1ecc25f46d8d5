using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths.Filters;

/// <summary><c>a || b</c>.</summary>
internal sealed record AnyOf(IReadOnlyList<FilterCondition> Conditions) : FilterCondition
{
    public override bool Holds(JsonNode? current, JsonNode? root) =>
        Conditions.Any(condition => condition.Holds(current, root));
}
