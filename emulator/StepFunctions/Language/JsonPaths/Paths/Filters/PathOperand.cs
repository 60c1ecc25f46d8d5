using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths.Filters;

/// <summary>A path from <c>@</c> or <c>$</c>.</summary>
internal sealed record PathOperand(PathRoot Root, PathSteps Steps) : FilterOperand
{
    public override bool TryRead(JsonNode? current, JsonNode? root, out JsonNode? value) =>
        Steps.TryRead(Root == PathRoot.Current ? current : root, root, out value);

    public bool FindsAny(JsonNode? current, JsonNode? root) =>
        Steps.FindsAny(Root == PathRoot.Current ? current : root, root);
}
