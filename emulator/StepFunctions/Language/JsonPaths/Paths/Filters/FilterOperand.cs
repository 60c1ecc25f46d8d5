using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths.Filters;

/// <summary>One side of a comparison.</summary>
internal abstract record FilterOperand
{
    /// <summary>The value; false when there is none.</summary>
    public abstract bool TryRead(JsonNode? current, JsonNode? root, out JsonNode? value);
}
