namespace KakaoWorkflow.Emulator.StepFunctions.Language.States;

/// <summary>The time limits of one visit of a Task state.</summary>
/// <param name="TimeoutSeconds">Null means without end (AWS: one year).</param>
/// <param name="HeartbeatSeconds">The longest silence between heartbeats; null means that none are needed.</param>
internal sealed record TimeLimits(int? TimeoutSeconds, int? HeartbeatSeconds);
