using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Templates;

/// <summary>JSON without expressions. Every evaluation gives the same, shared node.</summary>
internal sealed class LiteralTemplate(JsonNode? value) : PayloadTemplate
{
    public override JsonNode? Evaluate(EvaluationScope scope) => value;

    internal override JsonNode? EvaluateOwned(EvaluationScope scope) => CopyValue();

    /// <summary>The JSON as a node that nobody else has.</summary>
    public JsonNode? CopyValue() => value?.DeepClone();
}
