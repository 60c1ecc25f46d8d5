namespace KakaoWorkflow.Lambdas.Operations;

/// <summary>What RefundOrder answers.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Outcome">One of <see cref="Refunds.RefundOutcome"/>, or <c>DryRun</c>.</param>
/// <param name="Status">The order's status afterwards; of a dry run, as it is.</param>
/// <param name="Before">What was refunded of the order before.</param>
/// <param name="ThisRefund">What this call refunds; while a refund is under way, what of it is done.</param>
/// <param name="After">What is refunded of the order in all afterwards.</param>
internal sealed record RefundAnswer(
    string OrderId, string Outcome, string Status, RefundAmounts Before, RefundAmounts ThisRefund, RefundAmounts After);
