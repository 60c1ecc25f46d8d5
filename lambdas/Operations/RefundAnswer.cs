namespace KakaoWorkflow.Lambdas.Operations;

/// <summary>What RefundOrder answers: what became of it, and what has been refunded of the order in all.</summary>
internal sealed record RefundAnswer(
    string OrderId, string Outcome, string Status, long RefundedWon, long RefundedPoints, long TakenBackPoints);
