using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;

/// <summary>The steps of a path after its root.</summary>
internal sealed record PathSteps(IReadOnlyList<PathSegment> Segments)
{
    public bool IsDefinite { get; } = Segments.All(segment => segment.IsDefinite);

    /// <summary>Whether every step is one name or one index from the start: what a reference path may have.</summary>
    public bool IsReference { get; } = Segments.All(segment =>
        segment is NameSegment || segment is IndexSegment { Indexes: [>= 0] });

    /// <summary>Follows the steps. See <see cref="JsonPath.TryRead"/> for the result.</summary>
    public bool TryRead(JsonNode? start, JsonNode? root, out JsonNode? value)
    {
        value = start;
        if (IsReference)
            return TryWalk(ref value);
        if (!TryFind(start, root, out var found))
            return false;
        if (!IsDefinite)
        {
            var array = new JsonArray();
            for (var index = 0; index < found.Count; index++)
                array.Add(found[index]?.DeepClone());
            value = array;
            return true;
        }

        value = found.Count == 1 ? found[0] : null;
        return found.Count == 1;
    }

    /// <summary>Whether the steps lead to at least one node.</summary>
    public bool FindsAny(JsonNode? start, JsonNode? root) =>
        Segments.Count == 0 || (TryFind(start, root, out var found) && found.Count > 0);

    private bool TryWalk(ref JsonNode? node)
    {
        foreach (var segment in Segments)
        {
            switch (segment)
            {
                case NameSegment { Name: var name } when node is JsonObject json && json.TryGetPropertyValue(name, out var child):
                    node = child;
                    break;
                case IndexSegment { Indexes: [var index] } when node is JsonArray array && index < array.Count:
                    node = array[index];
                    break;
                default:
                    node = null;
                    return false;
            }
        }

        return true;
    }

    private bool TryFind(JsonNode? start, JsonNode? root, out FoundNodes found)
    {
        found = new FoundNodes();
        found.Add(start);
        var definite = true;
        foreach (var segment in Segments)
        {
            var next = new FoundNodes();
            for (var index = 0; index < found.Count; index++)
            {
                // Behind a wildcard what lacks the name is skipped; before one it is an error.
                if (!segment.Select(found[index], root, next) && definite)
                    return false;
            }

            definite &= segment.IsDefinite;
            found = next;
        }

        return true;
    }
}
