using System.Text.Json.Nodes;
using KakaoWorkflow.Local.StepFunctions.Language.Failures;

namespace KakaoWorkflow.Local.StepFunctions.Language.Data;

/// <summary>The value of a field whose name ends in <c>.$</c>.</summary>
internal sealed class ExpressionTemplate(string field, ValueExpression expression) : PayloadTemplate
{
    public override JsonNode? Evaluate(EvaluationScope scope)
    {
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
}
