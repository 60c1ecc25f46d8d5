using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;

/// <summary>One step of a path.</summary>
internal abstract record PathSegment
{
    /// <summary>Whether it selects at most one node.</summary>
    public abstract bool IsDefinite { get; }

    /// <summary>Adds what it selects below the node.</summary>
    /// <returns>False when the node is not of a kind that has such children, or lacks the named one.</returns>
    public abstract bool Select(JsonNode? node, JsonNode? root, FoundNodes found);
}
