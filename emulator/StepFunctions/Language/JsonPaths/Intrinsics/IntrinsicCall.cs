using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;
using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Templates;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Intrinsics;

/// <summary>A call of an intrinsic function.</summary>
internal sealed class IntrinsicCall(IntrinsicFunction function, IReadOnlyList<ValueExpression> arguments)
    : ValueExpression
{
    public string FunctionName => function.Name;

    internal override IEnumerable<JsonPath> Paths => arguments.SelectMany(argument => argument.Paths);

    public override JsonNode? Evaluate(EvaluationScope scope)
    {
        var values = new JsonNode?[arguments.Count];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = arguments[index] is PathExpression { Path: var path }
                ? Read(path, scope)
                : arguments[index].Evaluate(scope);
        }

        return function.Invoke(new Arguments(function.Name, values), scope.Random);
    }

    /// <summary>A path that finds nothing fails the call that it is an argument of.</summary>
    private JsonNode? Read(JsonPath path, EvaluationScope scope) => path.TryRead(scope, out var value)
        ? value
        : throw new Arguments(function.Name, []).Failure($"the JSONPath '{path}' finds nothing in the data");
}
