using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.Failures;
using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;
using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Templates;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths;

/// <summary>The data flow of JSONPath. A field that is absent from the definition has its default here.</summary>
internal sealed record JsonPathFlow : DataFlow
{
    /// <summary>What the state sees of its raw input; null means an empty object.</summary>
    public JsonPath? InputPath { get; init; } = JsonPath.Root;

    /// <summary>Builds what the task, the branches or the result are given; null means the effective input.</summary>
    public PayloadTemplate? Parameters { get; init; }

    /// <summary>The fixed <c>Result</c> of a Pass state, which takes the place of what Parameters give; null means that there is none.</summary>
    public LiteralTemplate? FixedResult { get; init; }

    /// <summary>Reshapes the raw result; null means as it is.</summary>
    public PayloadTemplate? ResultSelector { get; init; }

    /// <summary>Where the result goes in the raw input; the root replaces it, null drops the result.</summary>
    public ReferencePath? ResultPath { get; init; } = ReferencePath.Root;

    /// <summary>What of the result goes on; null means an empty object.</summary>
    public JsonPath? OutputPath { get; init; } = JsonPath.Root;

    /// <summary>The variables that are set; their <c>$</c> is the raw result, or the effective input where there is none.</summary>
    public VariableAssignments Assign { get; init; } = VariableAssignments.None;

    /// <inheritdoc />
    public override JsonNode? EffectiveInput(EvaluationScope raw) => Follow(InputPath, raw, nameof(InputPath));

    /// <inheritdoc />
    public override JsonNode? Arguments(EvaluationScope effective) =>
        Parameters is null ? effective.Input : Parameters.Evaluate(effective);

    /// <inheritdoc />
    public override Departure Pass(EvaluationScope raw)
    {
        var arguments = Arguments(raw with { Input = EffectiveInput(raw) });
        return Leave(raw, FixedResult is null ? arguments : FixedResult.Evaluate(raw));
    }

    /// <inheritdoc />
    public override Departure Leave(EvaluationScope effective) => new(Output(effective), Assign.Evaluate(effective));

    /// <inheritdoc />
    public override Departure Leave(EvaluationScope raw, JsonNode? result)
    {
        var scope = raw with { Input = result };
        var assigned = Assign.Evaluate(scope);
        return new(Output(raw with { Input = PlaceResult(raw.Input, SelectResult(scope)) }), assigned);
    }

    private JsonNode? SelectResult(EvaluationScope rawResult) =>
        ResultSelector is null ? rawResult.Input : ResultSelector.Evaluate(rawResult);

    private JsonNode? PlaceResult(JsonNode? rawInput, JsonNode? result) =>
        ResultPath is null ? rawInput : ResultPath.Write(rawInput, result);

    private JsonNode? Output(EvaluationScope placedResult) => Follow(OutputPath, placedResult, nameof(OutputPath));

    private static JsonNode? Follow(JsonPath? path, EvaluationScope scope, string field)
    {
        if (path is null)
            return new JsonObject();
        return path.TryRead(scope, out var value)
            ? value
            : throw new StatesException(ErrorName.Runtime, $"Invalid path '{path}': {field} finds nothing in the data.");
    }
}
