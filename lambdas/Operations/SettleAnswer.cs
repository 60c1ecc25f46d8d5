namespace KakaoWorkflow.Lambdas.Operations;

/// <summary>What SettleOrder answers: what became of the word, and how the order stands now.</summary>
internal sealed record SettleAnswer(string OrderId, string Outcome, string Status);
