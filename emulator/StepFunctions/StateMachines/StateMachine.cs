namespace KakaoWorkflow.Emulator.StepFunctions.StateMachines;

/// <summary>A state machine at one revision.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Name">The last part of the ARN.</param>
/// <param name="CreationTime">When it was created.</param>
/// <param name="Revision">What it is now.</param>
internal sealed record StateMachine(string Arn, string Name, DateTimeOffset CreationTime, Revision Revision);
