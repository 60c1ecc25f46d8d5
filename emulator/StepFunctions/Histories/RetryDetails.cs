namespace KakaoWorkflow.Emulator.StepFunctions.Histories;

/// <summary>A state will be tried again.</summary>
/// <param name="Retrier">The retrier that matched, by its place in <c>Retry</c>.</param>
/// <param name="Due">When the next attempt starts.</param>
internal sealed record RetryDetails(int Retrier, DateTimeOffset Due) : EventDetails;
