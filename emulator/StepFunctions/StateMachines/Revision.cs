namespace KakaoWorkflow.Emulator.StepFunctions.StateMachines;

/// <summary>What a state machine was from one change to the next. Executions keep the revision that they started with.</summary>
/// <param name="Id">Its number in the database.</param>
/// <param name="RevisionId">What the API calls it; null for the one that a machine is created with.</param>
/// <param name="Definition">The definition as it was given.</param>
/// <param name="RoleArn">The role.</param>
/// <param name="Time">When it became valid.</param>
/// <param name="LoggingConfiguration">As JSON.</param>
/// <param name="TracingConfiguration">As JSON.</param>
internal sealed record Revision(
    long Id,
    string? RevisionId,
    string Definition,
    string RoleArn,
    DateTimeOffset Time,
    string LoggingConfiguration,
    string TracingConfiguration);
