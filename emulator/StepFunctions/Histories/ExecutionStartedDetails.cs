namespace KakaoWorkflow.Emulator.StepFunctions.Histories;

/// <summary>An execution started.</summary>
/// <param name="Input">As the caller wrote it.</param>
/// <param name="RoleArn">The machine's role; nothing is checked against it here.</param>
/// <param name="Deadline">When the machine's <c>TimeoutSeconds</c> end; null without it.</param>
internal sealed record ExecutionStartedDetails(Payload Input, string RoleArn, DateTimeOffset? Deadline) : EventDetails;
