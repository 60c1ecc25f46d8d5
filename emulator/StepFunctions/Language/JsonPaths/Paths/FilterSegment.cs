using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths.Filters;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;

/// <summary><c>[?(…)]</c>: the elements of an array that pass; an object that passes as a whole.</summary>
internal sealed record FilterSegment(FilterCondition Condition) : PathSegment
{
    public override bool IsDefinite => false;

    public override bool Select(JsonNode? node, JsonNode? root, FoundNodes found)
    {
        switch (node)
        {
            case JsonArray array:
                foreach (var item in array)
                {
                    if (Condition.Holds(item, root))
                        found.Add(item);
                }

                return true;
            case JsonObject:
                if (Condition.Holds(node, root))
                    found.Add(node);
                return true;
            default:
                return false;
        }
    }
}
