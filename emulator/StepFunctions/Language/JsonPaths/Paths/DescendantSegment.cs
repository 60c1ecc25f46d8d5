using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;

/// <summary><c>..x</c>: applies a step to the node and to every object and array below it, parents first.</summary>
internal sealed record DescendantSegment(PathSegment Step) : PathSegment
{
    public override bool IsDefinite => false;

    public override bool Select(JsonNode? node, JsonNode? root, FoundNodes found)
    {
        switch (node)
        {
            case JsonObject json:
                Step.Select(node, root, found);
                foreach (var (_, value) in json)
                    Select(value, root, found);
                break;
            case JsonArray array:
                // A filter tests the elements of an array; those that are objects are visited, and tested,
                // on their own.
                if (Step is not FilterSegment)
                    Step.Select(node, root, found);
                foreach (var item in array)
                    Select(item, root, found);
                break;
        }

        return true;
    }
}
