using KakaoWorkflow.Proof.Fuzzing.Running;
using KakaoWorkflow.Proof.Fuzzing.Worlds;

namespace KakaoWorkflow.Proof.Fuzzing.Judging;

/// <summary>Judges steps and operations: garbage is refused by an error that names the field, everything else ends in what somebody handles.</summary>
internal static class FunctionJudge
{
    /// <summary>Judges one call.</summary>
    /// <param name="world">The world.</param>
    /// <param name="function">The function.</param>
    /// <param name="outcome">What it came to.</param>
    /// <param name="isInputSound">Whether the input itself is genuine, so that it must not be refused.</param>
    public static Verdict Judge(FuzzWorld world, string function, TrialOutcome outcome, bool isInputSound)
    {
        var verdict = new Verdict(world, outcome).WithCommonRules();
        verdict.IsAccepted = outcome.Error is null;
        if (outcome.Error is not { } error || ForeseenErrors.MayEndIn(function, error))
            return verdict;
        if (!verdict.Require(!isInputSound && ForeseenErrors.IsRefusal(error), ProblemKind.Unhandled, error.ToString()))
            return verdict;
        verdict.Require(ForeseenErrors.NamesField(error), ProblemKind.WrongAnswer, $"it names no field: {error.Message}");
        verdict.RequireNoWrites();
        return verdict;
    }
}
