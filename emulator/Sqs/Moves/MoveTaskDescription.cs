namespace KakaoWorkflow.Emulator.Sqs.Moves;

/// <summary>A move task as others see it.</summary>
/// <param name="TaskHandle">What cancels it; null unless it is running, as AWS answers.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="SourceArn">The dead-letter queue.</param>
/// <param name="DestinationArn">Null when each message goes back to where it came from.</param>
/// <param name="RatePerSecond">Null when no rate was asked for.</param>
/// <param name="Moved">Messages moved so far.</param>
/// <param name="ToMove">Messages that could be moved when the task started.</param>
/// <param name="FailureReason">AWS's short reason; null unless it failed.</param>
/// <param name="StartedMs">When it started (Unix milliseconds).</param>
internal sealed record MoveTaskDescription(
    string? TaskHandle,
    MoveTaskStatus Status,
    string SourceArn,
    string? DestinationArn,
    int? RatePerSecond,
    long Moved,
    long ToMove,
    string? FailureReason,
    long StartedMs);
