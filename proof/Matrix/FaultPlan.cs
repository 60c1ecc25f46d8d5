using KakaoWorkflow.Proof.Injection;

namespace KakaoWorkflow.Proof.Matrix;

/// <summary>What goes wrong in one run, besides what belongs to its scenario.</summary>
/// <param name="First">The fault; it takes the place of a fault of the scenario at the same call.</param>
/// <param name="Second">The one that follows it; null for a fault that comes alone.</param>
internal sealed record FaultPlan(Fault First, SecondFault? Second = null)
{
    /// <summary>
    /// All plans of a scenario: every fault of every call, alone or with every fault of one of the calls that come next.
    /// </summary>
    /// <param name="calls">The calls that the scenario makes when nothing else fails, in that order.</param>
    /// <param name="pairs">Whether the faults come in pairs.</param>
    public static IEnumerable<FaultPlan> All(IReadOnlyList<CallName> calls, bool pairs)
    {
        for (var index = 0; index < calls.Count; index++)
        {
            foreach (var first in Fault.KindsOf(calls[index]).Select(kind => new Fault(calls[index], kind)))
            {
                if (!pairs)
                    yield return new FaultPlan(first);
                else
                    foreach (var second in Seconds(calls, index))
                        yield return new FaultPlan(first, second);
            }
        }
    }

    public override string ToString() => Second is null ? First.ToString() : $"{First}, then {Second}";

    /// <summary>What comes next is what came next without the fault, or the struck call once more.</summary>
    private static IEnumerable<SecondFault> Seconds(IReadOnlyList<CallName> calls, int index) =>
        from callsLater in Enumerable.Range(1, SecondFault.MaxCallsLater)
        let next = calls[Math.Min(index + callsLater, calls.Count - 1)]
        from kind in Fault.KindsOf(calls[index]).Union(Fault.KindsOf(next))
        select new SecondFault(callsLater, kind);
}
