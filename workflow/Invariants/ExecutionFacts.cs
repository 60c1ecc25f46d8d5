namespace KakaoWorkflow.Invariants;

/// <summary>What Step Functions says of an order's execution.</summary>
/// <param name="Status">RUNNING, SUCCEEDED, FAILED, TIMED_OUT or ABORTED.</param>
/// <param name="Outcome">The outcome in the output of one that succeeded; null otherwise.</param>
public sealed record ExecutionFacts(string Status, string? Outcome);
