namespace KakaoWorkflow.Emulator.StepFunctions.Histories;

/// <summary>A task or an execution has an output.</summary>
/// <param name="Output">The output.</param>
/// <param name="Task">What was called; null for executions and for a bare function ARN.</param>
internal sealed record OutputDetails(Payload Output, TaskReference? Task = null) : EventDetails;
