using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.Failures;
using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Templates;

/// <summary>The value of a field whose name ends in <c>.$</c>.</summary>
internal sealed class ExpressionTemplate(string field, ValueExpression expression) : PayloadTemplate
{
    public override JsonNode? Evaluate(EvaluationScope scope)
    {
        if (expression is PathExpression { Path: var path })
            return path.TryRead(scope, out var value) ? value : throw Missing(path, scope);
        try
        {
            return expression.Evaluate(scope);
        }
        catch (StatesException exception)
        {
            throw new StatesException(exception.Error, $"The field '{field}' cannot be evaluated: {exception.Cause}");
        }
    }

    internal override JsonNode? EvaluateOwned(EvaluationScope scope) => Evaluate(scope)?.DeepClone();

    // In AWS's words. The context object is not shown: it may hold the task token.
    private StatesException Missing(JsonPath path, EvaluationScope scope)
    {
        var where = path.IsInput ? $"the input '{JsonText.Write(scope.Input)}'"
            : path.Variable is null ? "the context object" : "the variables";
        return new StatesException(
            ErrorName.Runtime, $"The JSONPath '{path}' specified for the field '{field}' could not be found in {where}");
    }
}
