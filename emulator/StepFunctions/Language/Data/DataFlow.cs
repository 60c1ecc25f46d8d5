using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.Failures;
using KakaoWorkflow.Emulator.StepFunctions.Language.Paths;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Data;

/// <summary>How data goes through one state. A state that lacks a field has its default here.</summary>
internal sealed record DataFlow
{
    /// <summary>Everything passes unchanged.</summary>
    public static DataFlow Unchanged { get; } = new();

    /// <summary>What the state sees of its raw input; null means an empty object.</summary>
    public JsonPath? InputPath { get; init; } = JsonPath.Root;

    /// <summary>Builds what the task, the branches or the result are given; null means the effective input.</summary>
    public PayloadTemplate? Parameters { get; init; }

    /// <summary>Reshapes the raw result; null means as it is.</summary>
    public PayloadTemplate? ResultSelector { get; init; }

    /// <summary>Where the result goes in the raw input; the root replaces it, null drops the result.</summary>
    public ReferencePath? ResultPath { get; init; } = ReferencePath.Root;

    /// <summary>What of the result goes on; null means an empty object.</summary>
    public JsonPath? OutputPath { get; init; } = JsonPath.Root;

    /// <summary>The variables that the state sets.</summary>
    public VariableAssignments Assign { get; init; } = VariableAssignments.None;

    /// <summary>Applies InputPath.</summary>
    /// <param name="rawInput">The scope's input is the raw input.</param>
    /// <exception cref="StatesException"><c>States.Runtime</c> when the path finds nothing.</exception>
    public JsonNode? EffectiveInput(EvaluationScope rawInput) => Follow(InputPath, rawInput, nameof(InputPath));

    /// <summary>Applies Parameters.</summary>
    /// <param name="effectiveInput">The scope's input is the effective input.</param>
    /// <exception cref="StatesException">
    /// <c>States.Runtime</c> when a path finds nothing, or <c>States.IntrinsicFailure</c>.
    /// </exception>
    public JsonNode? Arguments(EvaluationScope effectiveInput) =>
        Parameters is null ? effectiveInput.Input : Parameters.Evaluate(effectiveInput);

    /// <summary>Applies ResultSelector.</summary>
    /// <param name="rawResult">The scope's input is the raw result.</param>
    /// <exception cref="StatesException">
    /// <c>States.Runtime</c> when a path finds nothing, or <c>States.IntrinsicFailure</c>.
    /// </exception>
    public JsonNode? SelectResult(EvaluationScope rawResult) =>
        ResultSelector is null ? rawResult.Input : ResultSelector.Evaluate(rawResult);

    /// <summary>Applies ResultPath.</summary>
    /// <exception cref="StatesException"><c>States.ResultPathMatchFailure</c>.</exception>
    public JsonNode? PlaceResult(JsonNode? rawInput, JsonNode? result) =>
        ResultPath is null ? rawInput : ResultPath.Write(rawInput, result);

    /// <summary>Applies OutputPath.</summary>
    /// <param name="placedResult">
    /// The scope's input is what <see cref="PlaceResult"/> gave, or the effective input of a state without a result.
    /// </param>
    /// <exception cref="StatesException"><c>States.Runtime</c> when the path finds nothing.</exception>
    public JsonNode? Output(EvaluationScope placedResult) => Follow(OutputPath, placedResult, nameof(OutputPath));

    private static JsonNode? Follow(JsonPath? path, EvaluationScope scope, string field)
    {
        if (path is null) return new JsonObject();
        return path.TryRead(scope, out var value)
            ? value
            : throw new StatesException(
                ErrorName.Runtime, $"Invalid path '{path}': {field} finds nothing in the data.");
    }
}
