namespace KakaoWorkflow.Tests.Lambdas.Machine.Exploration;

/// <summary>A promise that the definition breaks somewhere.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Message">Where and how, with the path that leads there.</param>
internal sealed record Finding(FindingKind Kind, string Message);
