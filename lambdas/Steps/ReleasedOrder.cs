namespace KakaoWorkflow.Lambdas.Steps;

/// <summary>What the ReleasePoints step answers: the status that the order has ended with.</summary>
internal sealed record ReleasedOrder(string Outcome);
