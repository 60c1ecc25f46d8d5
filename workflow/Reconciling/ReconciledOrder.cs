using KakaoWorkflow.Attention;
using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Reconciling;

/// <summary>One order of a reconciler's report.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Finding">What was found and done.</param>
/// <param name="Detail">More, without secrets; null when the finding says it all.</param>
public sealed record ReconciledOrder(OrderId OrderId, ReconcileFinding Finding, string? Detail = null)
{
    /// <summary>The matter that waits for a person, one of <see cref="AttentionKind"/>; null when none does.</summary>
    public string? Attention { get; init; } = Finding == ReconcileFinding.NeedsPerson ? AttentionKind.OrderStuck : null;
}
