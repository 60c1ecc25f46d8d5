using System.Text.Json.Serialization;

namespace KakaoWorkflow.Emulator.StepFunctions.Histories;

/// <summary>What an event adds to its type: AWS's members, and those that the engine needs to rebuild the execution.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$")]
[JsonDerivedType(typeof(ExecutionStarted), "started")]
[JsonDerivedType(typeof(Result), "output")]
[JsonDerivedType(typeof(Failure), "error")]
[JsonDerivedType(typeof(Redriven), "redriven")]
[JsonDerivedType(typeof(StateEntered), "entered")]
[JsonDerivedType(typeof(StateExited), "exited")]
[JsonDerivedType(typeof(TaskScheduled), "scheduled")]
[JsonDerivedType(typeof(TaskStarted), "task")]
[JsonDerivedType(typeof(FanOut), "fan-out")]
[JsonDerivedType(typeof(MapIteration), "iteration")]
[JsonDerivedType(typeof(Retry), "retry")]
[JsonDerivedType(typeof(Heartbeat), "heartbeat")]
internal abstract record EventDetails
{
    private EventDetails()
    {
    }

    /// <summary>An execution started.</summary>
    /// <param name="Input">As the caller wrote it.</param>
    /// <param name="RoleArn">The machine's role; nothing is checked against it here.</param>
    /// <param name="Deadline">When the machine's <c>TimeoutSeconds</c> end; null without it.</param>
    public sealed record ExecutionStarted(Payload Input, string RoleArn, DateTimeOffset? Deadline) : EventDetails;

    /// <summary>A failed execution goes on.</summary>
    /// <param name="RedriveCount">How often it was redriven, this time included.</param>
    /// <param name="Deadline">When the machine's <c>TimeoutSeconds</c>, which start again, end; null without them.</param>
    public sealed record Redriven(int RedriveCount, DateTimeOffset? Deadline) : EventDetails;

    /// <summary>A task or an execution has an output.</summary>
    /// <param name="Output">The output.</param>
    /// <param name="Task">What was called; null for executions and for a bare function ARN.</param>
    public sealed record Result(Payload Output, TaskReference? Task = null) : EventDetails;

    /// <summary>A task or an execution failed, timed out or was stopped.</summary>
    /// <param name="Error">The error's name; null when a caller gave none.</param>
    /// <param name="Cause">What happened; null when nothing is known.</param>
    /// <param name="Task">What was called; null for executions and for a bare function ARN.</param>
    public sealed record Failure(string? Error, string? Cause, TaskReference? Task = null) : EventDetails
    {
        /// <summary>The longest error name, in characters (AWS).</summary>
        public const int MaxErrorLength = 256;

        /// <summary>The longest cause, in characters (AWS).</summary>
        public const int MaxCauseLength = 32_768;

        /// <summary>Details of what a function or service said, cut to the lengths that AWS keeps.</summary>
        public static Failure Of(string? error, string? cause, TaskReference? task = null) =>
            new(Cut(error, MaxErrorLength), Cut(cause, MaxCauseLength), task);

        private static string? Cut(string? text, int length) => text?.Length > length
            ? text[..(char.IsSurrogatePair(text[length - 1], text[length]) ? length - 1 : length)]
            : text;
    }

    /// <summary>A state was entered.</summary>
    /// <param name="Name">The state's name.</param>
    /// <param name="Input">Its raw input, before <c>InputPath</c>.</param>
    /// <param name="Due">When a Wait state ends, scaled; null for other states, and where the time cannot be computed.</param>
    public sealed record StateEntered(string Name, Payload Input, DateTimeOffset? Due = null) : EventDetails;

    /// <summary>A state was left, to another state or to the end of its line.</summary>
    /// <param name="Name">The state's name.</param>
    /// <param name="Output">Its output, after <c>OutputPath</c>, or the input of the state that catches its error.</param>
    /// <param name="Next">Where it goes; null at the end of the line.</param>
    /// <param name="AssignedVariables">What <c>Assign</c> set; null when nothing was.</param>
    public sealed record StateExited(
        string Name, Payload Output, string? Next, IReadOnlyDictionary<string, Payload>? AssignedVariables) : EventDetails;

    /// <summary>A state will be tried again.</summary>
    /// <param name="Retrier">The retrier that matched, by its place in <c>Retry</c>.</param>
    /// <param name="Due">When the next attempt starts.</param>
    public sealed record Retry(int Retrier, DateTimeOffset Due) : EventDetails;

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
    public sealed record TaskScheduled(
        TaskReference Task,
        Payload Parameters,
        string Region,
        long? TimeoutSeconds,
        long? HeartbeatSeconds,
        DateTimeOffset? TimeoutDue,
        TimeSpan? HeartbeatInterval,
        ulong? Seed) : EventDetails;

    /// <summary>An attempt of a task has begun.</summary>
    /// <param name="Task">What is called.</param>
    public sealed record TaskStarted(TaskReference Task) : EventDetails;

    /// <summary>A task is alive.</summary>
    /// <param name="TaskEventId">The event that scheduled the attempt.</param>
    public sealed record Heartbeat(long TaskEventId) : EventDetails;

    /// <summary>A Parallel or Map state starts its branches or iterations.</summary>
    /// <param name="Length">How many there are.</param>
    /// <param name="MaxConcurrency">How many may run at once; 0 for all.</param>
    /// <param name="Input">What every branch gets (Parallel), or the array of items (Map).</param>
    public sealed record FanOut(int Length, int MaxConcurrency, Payload Input) : EventDetails;

    /// <summary>An iteration of a Map state.</summary>
    /// <param name="Name">The Map state's name.</param>
    /// <param name="Index">The iteration, from 0.</param>
    /// <param name="Input">The iteration's input, when it starts; otherwise null.</param>
    public sealed record MapIteration(string Name, int Index, Payload? Input = null) : EventDetails;
}
