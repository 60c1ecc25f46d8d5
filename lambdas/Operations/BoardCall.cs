namespace KakaoWorkflow.Lambdas.Operations;

/// <summary>What Board is called with: nothing, as <c>{}</c>.</summary>
internal sealed record BoardCall;
