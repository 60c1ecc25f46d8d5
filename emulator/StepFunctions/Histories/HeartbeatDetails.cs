namespace KakaoWorkflow.Emulator.StepFunctions.Histories;

/// <summary>A task is alive.</summary>
/// <param name="TaskEventId">The event that scheduled the attempt.</param>
internal sealed record HeartbeatDetails(long TaskEventId) : EventDetails;
