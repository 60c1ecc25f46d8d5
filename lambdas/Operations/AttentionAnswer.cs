namespace KakaoWorkflow.Lambdas.Operations;

/// <summary>What Attention answers.</summary>
/// <param name="Matters">What waits for a person, the most urgent kind first, the oldest of a kind first.</param>
/// <param name="Counts">How many there are by kind; every kind is there.</param>
/// <param name="IsComplete">Whether these are all.</param>
internal sealed record AttentionAnswer(IReadOnlyList<AttentionMatter> Matters, IReadOnlyDictionary<string, int> Counts, bool IsComplete);
