using KakaoWorkflow.Emulator.StepFunctions.Histories;

namespace KakaoWorkflow.Emulator.StepFunctions.Interpretation;

/// <summary>A call of a Task state that is under way, or whose token has not come back.</summary>
/// <param name="eventId">The event that scheduled it; task tokens and answers name it.</param>
/// <param name="scheduled">What was scheduled.</param>
/// <param name="time">When.</param>
internal sealed class TaskAttempt(long eventId, EventDetails.TaskScheduled scheduled, DateTimeOffset time)
{
    /// <summary>The event that scheduled it.</summary>
    public long EventId { get; } = eventId;

    /// <summary>What was scheduled.</summary>
    public EventDetails.TaskScheduled Scheduled { get; } = scheduled;

    /// <summary>Whether the call has returned and only the token is waited for.</summary>
    public bool IsSubmitted { get; internal set; }

    /// <summary>When the silence has lasted too long; null without a heartbeat.</summary>
    public DateTimeOffset? HeartbeatDue { get; internal set; } = time + scheduled.HeartbeatInterval;
}
