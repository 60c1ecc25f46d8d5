using KakaoWorkflow.Emulator.StepFunctions.Language.Choices;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Conditions;

/// <summary><c>Or</c>: stops at the first that holds.</summary>
internal sealed class AnyCondition(IReadOnlyList<Condition> conditions) : Condition
{
    public override bool IsTrue(EvaluationScope scope) => conditions.Any(condition => condition.IsTrue(scope));
}
