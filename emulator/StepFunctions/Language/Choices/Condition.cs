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

    /// <summary><c>And</c>: it stops at the first that does not hold.</summary>
    public sealed class All(IReadOnlyList<Condition> conditions) : Condition
    {
        public override bool IsTrue(EvaluationScope scope) => conditions.All(condition => condition.IsTrue(scope));
    }

    /// <summary><c>Or</c>: it stops at the first that holds.</summary>
    public sealed class Any(IReadOnlyList<Condition> conditions) : Condition
    {
        public override bool IsTrue(EvaluationScope scope) => conditions.Any(condition => condition.IsTrue(scope));
    }

    /// <summary><c>Not</c>.</summary>
    public sealed class Not(Condition condition) : Condition
    {
        public override bool IsTrue(EvaluationScope scope) => !condition.IsTrue(scope);
    }
}
