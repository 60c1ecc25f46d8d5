using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Data;

/// <summary>What a state leaves behind.</summary>
/// <param name="Output">The next state's input, or what the branch ends with.</param>
/// <param name="Assigned">The variables to set.</param>
internal sealed record Departure(JsonNode? Output, IReadOnlyDictionary<string, JsonNode?> Assigned);
