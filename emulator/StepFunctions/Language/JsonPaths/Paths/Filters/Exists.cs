using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths.Filters;

/// <summary><c>@.a</c> alone: the path finds something, be it null.</summary>
internal sealed record Exists(PathOperand Path) : FilterCondition
{
    public override bool Holds(JsonNode? current, JsonNode? root) => Path.FindsAny(current, root);
}
