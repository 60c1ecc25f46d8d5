namespace KakaoWorkflow.Tests.Support.Refunds;

/// <summary>One fault of a run.</summary>
/// <param name="Call">The call that it strikes, counted from 0 over all that the refunds of the run send.</param>
/// <param name="Kind">What happens there.</param>
internal sealed record RefundFault(int Call, RefundFaultKind Kind)
{
    public override string ToString() => $"{Kind} at call {Call}";
}
