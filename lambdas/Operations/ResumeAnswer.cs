namespace KakaoWorkflow.Lambdas.Operations;

/// <summary>What ResumeOrder answers.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="ResumedStep">The step that is tried again; null when the order does not wait for an operator.</param>
internal sealed record ResumeAnswer(string OrderId, string? ResumedStep = null);
