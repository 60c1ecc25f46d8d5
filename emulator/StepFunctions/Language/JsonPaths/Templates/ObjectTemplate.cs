using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Templates;

/// <summary>An object with an expression somewhere in it.</summary>
/// <param name="fields">Names without <c>.$</c>.</param>
internal sealed class ObjectTemplate(IReadOnlyList<KeyValuePair<string, PayloadTemplate>> fields) : PayloadTemplate
{
    public override JsonNode? Evaluate(EvaluationScope scope) => EvaluateOwned(scope);

    internal override JsonNode? EvaluateOwned(EvaluationScope scope)
    {
        var json = new JsonObject();
        foreach (var (name, template) in fields)
            json.Add(name, template.EvaluateOwned(scope));
        return json;
    }
}
