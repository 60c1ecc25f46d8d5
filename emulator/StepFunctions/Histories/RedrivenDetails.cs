namespace KakaoWorkflow.Emulator.StepFunctions.Histories;

/// <summary>A failed execution goes on.</summary>
/// <param name="RedriveCount">How often it was redriven, this time included.</param>
/// <param name="Deadline">When the machine's <c>TimeoutSeconds</c>, which start again, end; null without them.</param>
internal sealed record RedrivenDetails(int RedriveCount, DateTimeOffset? Deadline) : EventDetails;
