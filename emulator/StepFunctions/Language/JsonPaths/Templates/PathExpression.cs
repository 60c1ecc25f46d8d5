using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.Failures;
using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Templates;

/// <summary>A path as a value.</summary>
internal sealed class PathExpression(JsonPath path) : ValueExpression
{
    public JsonPath Path { get; } = path;

    internal override IEnumerable<JsonPath> Paths => [Path];

    public override JsonNode? Evaluate(EvaluationScope scope) => Path.TryRead(scope, out var value)
        ? value
        : throw new StatesException(
            ErrorName.Runtime, $"The JSONPath '{Path}' finds nothing in the data.");
}
