using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;

/// <summary><c>.*</c> or <c>[*]</c>: every child of an object or array, nothing of a scalar.</summary>
internal sealed record WildcardSegment : PathSegment
{
    public override bool IsDefinite => false;

    public override bool Select(JsonNode? node, JsonNode? root, FoundNodes found)
    {
        switch (node)
        {
            case JsonObject json:
                foreach (var (_, value) in json)
                    found.Add(value);
                break;
            case JsonArray array:
                foreach (var item in array)
                    found.Add(item);
                break;
        }

        return true;
    }
}
