using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;

/// <summary><c>.name</c> or <c>['name']</c>.</summary>
internal sealed record NameSegment(string Name) : PathSegment
{
    public override bool IsDefinite => true;

    public override bool Select(JsonNode? node, JsonNode? root, FoundNodes found)
    {
        if (node is not JsonObject json || !json.TryGetPropertyValue(Name, out var value))
            return false;
        found.Add(value);
        return true;
    }
}
