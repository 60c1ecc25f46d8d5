using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths.Filters;

/// <summary><c>!a</c>.</summary>
internal sealed record NoneOf(FilterCondition Condition) : FilterCondition
{
    public override bool Holds(JsonNode? current, JsonNode? root) => !Condition.Holds(current, root);
}
