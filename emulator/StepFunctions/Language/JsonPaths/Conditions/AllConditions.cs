using KakaoWorkflow.Emulator.StepFunctions.Language.Choices;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Conditions;

/// <summary><c>And</c>: stops at the first that does not hold.</summary>
internal sealed class AllConditions(IReadOnlyList<Condition> conditions) : Condition
{
    public override bool IsTrue(EvaluationScope scope) => conditions.All(condition => condition.IsTrue(scope));
}
