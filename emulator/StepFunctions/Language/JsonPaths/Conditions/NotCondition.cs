using KakaoWorkflow.Emulator.StepFunctions.Language.Choices;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Conditions;

/// <summary><c>Not</c>.</summary>
internal sealed class NotCondition(Condition condition) : Condition
{
    public override bool IsTrue(EvaluationScope scope) => !condition.IsTrue(scope);
}
