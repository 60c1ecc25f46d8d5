using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths.Filters;

/// <summary>The condition of a filter.</summary>
internal abstract record FilterCondition
{
    /// <summary>Whether it holds for the node that <c>@</c> stands for.</summary>
    public abstract bool Holds(JsonNode? current, JsonNode? root);
}
