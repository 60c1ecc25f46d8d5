using KakaoWorkflow.Emulator.StepFunctions.Language.Choices;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;
using KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Conditions;

/// <summary><c>IsPresent</c>: whether the path finds anything, be it null.</summary>
internal sealed class PresenceTest(JsonPath variable, bool expected) : Condition
{
    public override bool IsTrue(EvaluationScope scope) => variable.FindsAny(scope) == expected;
}
