namespace KakaoWorkflow.Emulator.StepFunctions.Tasks;

/// <summary>Names one attempt of one task.</summary>
/// <param name="ExecutionArn">The execution.</param>
/// <param name="TaskEventId">The event that scheduled the attempt.</param>
internal sealed record TaskAttemptId(string ExecutionArn, long TaskEventId);
