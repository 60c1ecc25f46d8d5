namespace KakaoWorkflow.Paying;

/// <summary>What the RefundPayment step answers; it travels with the execution as <c>$.refund</c>.</summary>
/// <param name="RefundedWon">What went back in all, by this run or earlier ones; 0 when nothing was captured.</param>
public sealed record RefundedPayment(long RefundedWon);
