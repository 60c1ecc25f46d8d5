namespace KakaoWorkflow.Emulator.StepFunctions.Interpretation;

/// <summary>Who an execution is: what its context object shows and its task tokens are derived from.</summary>
/// <param name="Arn">The execution's ARN, unique for ever.</param>
/// <param name="Name">The last part of the ARN.</param>
/// <param name="StateMachineArn">The machine that it runs.</param>
/// <param name="StateMachineName">The last part of that ARN.</param>
/// <param name="RoleArn">The machine's role.</param>
internal sealed record ExecutionIdentity(
    string Arn, string Name, string StateMachineArn, string StateMachineName, string RoleArn);
