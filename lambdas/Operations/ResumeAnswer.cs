namespace KakaoWorkflow.Lambdas.Operations;

/// <summary>What ResumeOrder answers.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Outcome">One of <see cref="Review.ResumeOutcome"/>.</param>
/// <param name="ResumedStep">The step that is tried again; null when the order does not wait for an operator.</param>
/// <param name="By">Who asked for the order's latest resume, which is this one where it took effect; null when there never was one.</param>
/// <param name="At">When that was; null likewise.</param>
internal sealed record ResumeAnswer(string OrderId, string Outcome, string? ResumedStep, string? By, DateTimeOffset? At);
