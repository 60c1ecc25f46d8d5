namespace KakaoWorkflow.Emulator.StepFunctions.Histories;

/// <summary>
/// An attempt of a task was scheduled. No task token is in here: where the parameters carry one they were computed with
/// a placeholder, and the real ones are computed again from the same input and the same <paramref name="Seed"/>.
/// </summary>
/// <param name="Task">What is called; for a bare function ARN its <c>Resource</c> is the ARN.</param>
/// <param name="Parameters">The call's parameters; for a bare function ARN the function's event.</param>
/// <param name="Region">The region that the history shows.</param>
/// <param name="TimeoutSeconds">As the state says; null without a time-out.</param>
/// <param name="HeartbeatSeconds">As the state says; null without a heartbeat.</param>
/// <param name="TimeoutDue">When the attempt times out, scaled where waits are scaled; null without a time-out.</param>
/// <param name="HeartbeatInterval">The longest silence, scaled where waits are scaled; null without a heartbeat.</param>
/// <param name="Seed">The randomness of the parameters of a <c>.waitForTaskToken</c> task; null for other tasks.</param>
internal sealed record TaskScheduledDetails(
    TaskReference Task,
    Payload Parameters,
    string Region,
    long? TimeoutSeconds,
    long? HeartbeatSeconds,
    DateTimeOffset? TimeoutDue,
    TimeSpan? HeartbeatInterval,
    ulong? Seed) : EventDetails;
