using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.Paths;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Intrinsics;

/// <summary>A string, number, boolean or null as an argument.</summary>
internal sealed class LiteralExpression(JsonNode? value) : ValueExpression
{
    internal override IEnumerable<JsonPath> Paths => [];

    public override JsonNode? Evaluate(EvaluationScope scope) => value;
}
