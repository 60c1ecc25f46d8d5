using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Review;

/// <summary>What a "try again" came to.</summary>
/// <param name="Outcome">Whether it took effect, and why not.</param>
/// <param name="Resume">The order's latest resume, which is this one where it took effect; null when there never was one.</param>
public sealed record ResumeResult(ResumeOutcome Outcome, StepResume? Resume);
