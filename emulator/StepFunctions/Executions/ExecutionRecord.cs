using KakaoWorkflow.Emulator.StepFunctions.Interpretation;

namespace KakaoWorkflow.Emulator.StepFunctions.Executions;

/// <summary>An execution as the database has it.</summary>
/// <param name="Id">Its number in the database; later executions have higher ones.</param>
/// <param name="Identity">Its ARN, name, machine and role.</param>
/// <param name="RevisionId">The number of the revision that it runs.</param>
/// <param name="Input">As the caller wrote it.</param>
/// <param name="TraceHeader">As the caller gave it; null without one.</param>
/// <param name="StartTime">When it started.</param>
internal sealed record ExecutionRecord(
    long Id, ExecutionIdentity Identity, long RevisionId, string Input, string? TraceHeader, DateTimeOffset StartTime)
{
    /// <summary>Where it is.</summary>
    public ExecutionStatus Status { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? StopTime { get; init; }

    /// <summary>Its output as JSON; null unless it succeeded.</summary>
    public string? Output { get; init; }

    /// <summary>The error that ended it, or null.</summary>
    public string? Error { get; init; }

    /// <summary>The cause of its end, or null.</summary>
    public string? Cause { get; init; }

    /// <summary>How often it was redriven.</summary>
    public int RedriveCount { get; init; }

    /// <summary>When it was last redriven; null if never.</summary>
    public DateTimeOffset? RedriveTime { get; init; }

    /// <summary>The token that the last redrive's caller gave, or null.</summary>
    public string? RedriveToken { get; init; }

    /// <summary>How many events its history shows.</summary>
    public long EventCount { get; init; }

    /// <summary>This record with what the state says.</summary>
    public ExecutionRecord At(ExecutionState state) => this with
    {
        Status = state.Status,
        StopTime = state.StopTime,
        Output = state.Output?.Text,
        Error = state.Failure?.Error,
        Cause = state.Failure?.Cause,
        RedriveCount = state.RedriveCount,
        RedriveTime = state.RedriveTime,
        EventCount = state.LastEventId,
    };
}
