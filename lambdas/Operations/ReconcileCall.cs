namespace KakaoWorkflow.Lambdas.Operations;

/// <summary>What ReconcileOrders is called with; the schedule's own event has none of it.</summary>
/// <param name="Cursor">Where to begin; null to go on where the last run left off.</param>
internal sealed record ReconcileCall(string? Cursor = null);
