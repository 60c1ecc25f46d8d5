using KakaoWorkflow.Emulator.StepFunctions.Language.Data;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Choices;

/// <summary>A compiled condition of a choice rule.</summary>
internal abstract class Condition
{
    /// <summary>Whether it holds. Values of the wrong type make it false.</summary>
    /// <exception cref="Failures.StatesException">
    /// <c>States.Runtime</c> when a path finds nothing, except for IsPresent.
    /// </exception>
    public abstract bool IsTrue(EvaluationScope scope);
}
