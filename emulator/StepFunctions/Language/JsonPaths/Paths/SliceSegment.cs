using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;

/// <summary><c>[from:to]</c>: from inclusive, to exclusive, each may be missing or count from the end.</summary>
internal sealed record SliceSegment(int? From, int? To) : PathSegment
{
    public override bool IsDefinite => false;

    public override bool Select(JsonNode? node, JsonNode? root, FoundNodes found)
    {
        if (node is not JsonArray array)
            return false;
        var to = Position(To ?? array.Count, array.Count);
        for (var index = Position(From ?? 0, array.Count); index < to; index++)
            found.Add(array[index]);
        return true;
    }

    private static int Position(int index, int count) => Math.Clamp(index < 0 ? count + index : index, 0, count);
}
