namespace KakaoWorkflow.Lambdas.Steps;

/// <summary>The answer of a step that has nothing else to say.</summary>
internal sealed record StepDone(string OrderId);
