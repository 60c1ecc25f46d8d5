namespace KakaoWorkflow.Lambdas.Steps;

/// <summary>An error as the state machine catches it.</summary>
internal sealed record StepError(string Error, string? Cause = null);
