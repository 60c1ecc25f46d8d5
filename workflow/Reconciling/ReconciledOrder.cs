namespace KakaoWorkflow.Reconciling;

/// <summary>One order of a reconciler's report.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Finding">What was found and done.</param>
/// <param name="Detail">More, without secrets; null when the finding says it all.</param>
public sealed record ReconciledOrder(string OrderId, ReconcileFinding Finding, string? Detail = null);
