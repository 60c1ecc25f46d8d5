namespace KakaoWorkflow.Lambdas.Operations;

/// <summary>What Attention is called with: nothing.</summary>
internal sealed record AttentionCall;
