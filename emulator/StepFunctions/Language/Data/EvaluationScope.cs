using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.Randomness;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Data;

/// <summary>
/// What expressions see. Every node is read only: results may share nodes with the input, so whoever attaches one
/// clones it.
/// </summary>
/// <param name="Input">What <c>$</c> means: raw input, effective input or result, as each member says.</param>
/// <param name="Context">
/// What <c>$$</c> means: Execution, State, StateMachine, and Task or Map where they exist.
/// </param>
/// <param name="Variables">What <c>$name</c> means.</param>
/// <param name="Random">Where States.UUID, States.MathRandom and jitter come from.</param>
internal sealed record EvaluationScope(
    JsonNode? Input,
    JsonObject Context,
    IReadOnlyDictionary<string, JsonNode?> Variables,
    IRandomSource Random);
