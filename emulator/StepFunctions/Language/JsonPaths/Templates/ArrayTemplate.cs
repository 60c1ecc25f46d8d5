using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Templates;

/// <summary>An array with an expression somewhere in it.</summary>
internal sealed class ArrayTemplate(IReadOnlyList<PayloadTemplate> items) : PayloadTemplate
{
    public override JsonNode? Evaluate(EvaluationScope scope) => EvaluateOwned(scope);

    internal override JsonNode? EvaluateOwned(EvaluationScope scope)
    {
        var array = new JsonArray();
        foreach (var item in items)
            array.Add(item.EvaluateOwned(scope));
        return array;
    }
}
