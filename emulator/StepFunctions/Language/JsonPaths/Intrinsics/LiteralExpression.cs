using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;
using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Templates;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Intrinsics;

/// <summary>A string, number, boolean or null as an argument.</summary>
internal sealed class LiteralExpression(JsonNode? value) : ValueExpression
{
    internal override IEnumerable<JsonPath> Paths => [];

    public override JsonNode? Evaluate(EvaluationScope scope) => value;
}
