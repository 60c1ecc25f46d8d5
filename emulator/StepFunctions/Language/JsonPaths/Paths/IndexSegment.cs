using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;

/// <summary><c>[0]</c>, <c>[-1]</c> or <c>[0,2]</c>; negative numbers count from the end.</summary>
internal sealed record IndexSegment(IReadOnlyList<int> Indexes) : PathSegment
{
    public override bool IsDefinite => Indexes.Count == 1;

    public override bool Select(JsonNode? node, JsonNode? root, FoundNodes found)
    {
        if (node is not JsonArray array)
            return false;
        foreach (var index in Indexes)
        {
            var position = index < 0 ? array.Count + index : index;
            if (position >= 0 && position < array.Count)
                found.Add(array[position]);
        }

        return true;
    }
}
