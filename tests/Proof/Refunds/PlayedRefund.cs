using KakaoWorkflow.Tests.Support.Refunds;

namespace KakaoWorkflow.Tests.Proof.Refunds;

/// <summary>What came of one run.</summary>
/// <param name="Shape">The order.</param>
/// <param name="Plan">What was asked for.</param>
/// <param name="Fault">What went wrong; null for nothing.</param>
/// <param name="Calls">How many calls the refunds made.</param>
/// <param name="Problems">What is not as it must be.</param>
internal sealed record PlayedRefund(RefundShape Shape, RefundPlan Plan, RefundFault? Fault, int Calls, IReadOnlyList<string> Problems)
{
    public string Name => $"{Shape}: {Plan}, {Fault?.ToString() ?? "no fault"}";

    public override string ToString() => Name + string.Concat(Problems.Select(problem => "\n    " + problem));
}
