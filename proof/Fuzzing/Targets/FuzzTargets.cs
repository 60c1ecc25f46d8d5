using KakaoWorkflow.Proof.Fuzzing.Inputs;

namespace KakaoWorkflow.Proof.Fuzzing.Targets;

/// <summary>Every way on which input comes from outside.</summary>
internal static class FuzzTargets
{
    /// <summary>The targets; their shares add up to a thousand.</summary>
    public static IReadOnlyList<IFuzzTarget> All { get; } =
        [new SkillTarget(), new RedirectTarget(), new QueueTarget(), new KakaoPayTarget(), new CallTarget()];

    /// <summary>The target of an input.</summary>
    public static IFuzzTarget Choose(FuzzRandom random)
    {
        var place = random.Below(All.Sum(target => target.Share));
        foreach (var target in All)
        {
            place -= target.Share;
            if (place < 0)
                return target;
        }
        return All[^1];
    }
}
