namespace KakaoWorkflow.Settlement;

/// <summary>What the CommitOrder step answers; it travels with the execution as <c>$.settlement</c>.</summary>
/// <param name="Outcome">PAID.</param>
/// <param name="EarnedPoints">What the member earned.</param>
public sealed record CommittedOrder(string Outcome, long EarnedPoints);
