using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;

/// <summary>
/// <c>['a','b']</c>. As in the JSONPath implementation that AWS uses: at a path's end it gives one object with those
/// names that
/// exist, before its end it goes on from each of them.
/// </summary>
internal sealed record NamesSegment(IReadOnlyList<string> Names, bool IsLast) : PathSegment
{
    public override bool IsDefinite => IsLast;

    public override bool Select(JsonNode? node, JsonNode? root, FoundNodes found)
    {
        if (node is not JsonObject json)
            return false;
        var merged = IsLast ? new JsonObject() : null;
        foreach (var name in Names)
        {
            if (!json.TryGetPropertyValue(name, out var value))
                continue;
            if (merged is null)
                found.Add(value);
            else
                merged[name] = value?.DeepClone();
        }

        if (merged is not null)
            found.Add(merged);
        return true;
    }
}
