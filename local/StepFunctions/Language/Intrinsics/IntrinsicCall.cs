using System.Text.Json.Nodes;
using KakaoWorkflow.Local.StepFunctions.Language.Data;
using KakaoWorkflow.Local.StepFunctions.Language.Failures;
using KakaoWorkflow.Local.StepFunctions.Language.Paths;

namespace KakaoWorkflow.Local.StepFunctions.Language.Intrinsics;

/// <summary>A call of an intrinsic function.</summary>
internal sealed class IntrinsicCall(IntrinsicFunction function, IReadOnlyList<ValueExpression> arguments) : ValueExpression
{
    public string FunctionName => function.Name;

    internal override IEnumerable<JsonPath> Paths => arguments.SelectMany(argument => argument.Paths);

    public override JsonNode? Evaluate(EvaluationScope scope)
    {
        var values = new JsonNode?[arguments.Count];
        for (var index = 0; index < values.Length; index++)
        {
            // A path that finds nothing fails the call that it is an argument of.
            values[index] = arguments[index] is not PathExpression { Path: var path } ? arguments[index].Evaluate(scope)
                : path.TryRead(scope, out var value) ? value
                : throw new StatesException(ErrorName.IntrinsicFailure, $"The function '{function.Name}' had the following error: the JSONPath '{path}' finds nothing in the data.");
        }

        return function.Invoke(new Arguments(function.Name, values), scope.Random);
    }
}
