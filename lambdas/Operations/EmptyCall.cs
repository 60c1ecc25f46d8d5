namespace KakaoWorkflow.Lambdas.Operations;

/// <summary>What a function that only lists is called with: nothing, as <c>{}</c>.</summary>
internal sealed record EmptyCall;
