namespace KakaoWorkflow.Lambdas.Steps;

/// <summary>What the AwaitOperator step is called with.</summary>
internal sealed record AwaitOperatorStep(string OrderId, string FailedStep, StepError Error, string TaskToken);
