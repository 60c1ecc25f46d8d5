namespace KakaoWorkflow.Emulator.StepFunctions.Histories;

/// <summary>An attempt of a task has begun.</summary>
/// <param name="Task">What is called.</param>
internal sealed record TaskStartedDetails(TaskReference Task) : EventDetails;
