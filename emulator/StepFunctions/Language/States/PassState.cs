using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.Failures;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.States;

/// <summary>Passes its input, or a fixed result, on.</summary>
/// <param name="Name">Unique in the whole definition.</param>
internal sealed record PassState(string Name) : SequentialState(Name)
{
    /// <inheritdoc />
    public override string Type => "Pass";

    /// <summary>Whether the definition has a <c>Result</c>, which may be null.</summary>
    public bool HasResult { get; init; }

    /// <summary>The fixed result.</summary>
    public JsonNode? FixedResult { get; init; }

    /// <summary>The result: the fixed one, or else Parameters applied to the effective input.</summary>
    /// <param name="effectiveInput">The scope's input is the effective input.</param>
    /// <exception cref="StatesException">
    /// <c>States.Runtime</c> when a path finds nothing, or <c>States.IntrinsicFailure</c>.
    /// </exception>
    public JsonNode? Result(EvaluationScope effectiveInput)
    {
        var arguments = Data.Arguments(effectiveInput);
        return HasResult ? FixedResult : arguments;
    }
}
