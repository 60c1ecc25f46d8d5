namespace KakaoWorkflow.Tests.Lambdas.Machine.Exploration;

/// <summary>An execution that succeeds.</summary>
/// <param name="Last">The situation in its last state.</param>
internal sealed record Ending(Situation Last);
