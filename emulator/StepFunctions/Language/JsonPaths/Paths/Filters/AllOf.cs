using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths.Filters;

/// <summary><c>a &amp;&amp; b</c>.</summary>
internal sealed record AllOf(IReadOnlyList<FilterCondition> Conditions) : FilterCondition
{
    public override bool Holds(JsonNode? current, JsonNode? root) =>
        Conditions.All(condition => condition.Holds(current, root));
}
