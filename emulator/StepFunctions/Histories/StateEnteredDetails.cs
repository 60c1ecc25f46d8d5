namespace KakaoWorkflow.Emulator.StepFunctions.Histories;

/// <summary>A state was entered.</summary>
/// <param name="Name">The state's name.</param>
/// <param name="Input">Its raw input, before <c>InputPath</c>.</param>
/// <param name="Due">When a Wait state ends, scaled; null for other states, and where the time cannot be computed.</param>
internal sealed record StateEnteredDetails(string Name, Payload Input, DateTimeOffset? Due = null) : EventDetails;
