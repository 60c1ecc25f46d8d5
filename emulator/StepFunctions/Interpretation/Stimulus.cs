using KakaoWorkflow.Emulator.StepFunctions.Histories;

namespace KakaoWorkflow.Emulator.StepFunctions.Interpretation;

/// <summary>Something that makes an execution move.</summary>
internal abstract record Stimulus
{
    private Stimulus()
    {
    }

    /// <summary>It starts.</summary>
    /// <param name="Input">As the caller wrote it.</param>
    public sealed record Start(Payload Input) : Stimulus;

    /// <summary>It goes on where it was cut off to keep a step small.</summary>
    public sealed record Continue : Stimulus;

    /// <summary>The call of a task has returned: the task succeeds, or, where it waits for a token, is submitted.</summary>
    /// <param name="TaskEventId">The event that scheduled the attempt.</param>
    /// <param name="Result">The raw result.</param>
    public sealed record CallReturned(long TaskEventId, Payload Result) : Stimulus;

    /// <summary>The call of a task has failed.</summary>
    /// <param name="TaskEventId">The event that scheduled the attempt.</param>
    /// <param name="Error">The error's name.</param>
    /// <param name="Cause">What happened.</param>
    public sealed record CallFailed(long TaskEventId, string Error, string? Cause) : Stimulus;

    /// <summary>A task token came back with success.</summary>
    /// <param name="TaskEventId">The event that scheduled the attempt.</param>
    /// <param name="Output">The task's raw result.</param>
    public sealed record TokenSucceeded(long TaskEventId, Payload Output) : Stimulus;

    /// <summary>A task token came back with a failure.</summary>
    /// <param name="TaskEventId">The event that scheduled the attempt.</param>
    /// <param name="Error">The error's name; null when the caller gave none.</param>
    /// <param name="Cause">What happened; null when the caller said nothing.</param>
    public sealed record TokenFailed(long TaskEventId, string? Error, string? Cause) : Stimulus;

    /// <summary>The holder of a task token is alive.</summary>
    /// <param name="TaskEventId">The event that scheduled the attempt.</param>
    public sealed record TokenHeartbeat(long TaskEventId) : Stimulus;

    /// <summary>Something may be due.</summary>
    public sealed record TimerFired : Stimulus;

    /// <summary>It cannot go on where it was, and fails.</summary>
    /// <param name="Error">What was thrown.</param>
    public sealed record Broke(Exception Error) : Stimulus;

    /// <summary>Somebody stops it.</summary>
    /// <param name="Error">The error's name; null when the caller gave none.</param>
    /// <param name="Cause">Why; null when the caller said nothing.</param>
    public sealed record Stop(string? Error, string? Cause) : Stimulus;

    /// <summary>It failed, and goes on from there.</summary>
    public sealed record Redrive : Stimulus;
}
