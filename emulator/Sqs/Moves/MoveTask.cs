namespace KakaoWorkflow.Emulator.Sqs.Moves;

/// <summary>A running or past redrive of a dead-letter queue. Changed only under the store's lock.</summary>
/// <param name="id">Its number, also the order of the tasks.</param>
/// <param name="sourceId">The dead-letter queue.</param>
internal sealed class MoveTask(long id, long sourceId)
{
    public long Id { get; } = id;

    public long SourceId { get; } = sourceId;

    /// <summary>Null sends each message back to the queue that it came from.</summary>
    public required string? DestinationArn { get; init; }

    /// <summary>Null moves as fast as the disk takes it.</summary>
    public required int? RatePerSecond { get; init; }

    public required long StartedMs { get; init; }

    public required long ToMove { get; init; }

    public MoveTaskStatus Status { get; set; }

    public long Moved { get; set; }

    /// <summary>AWS's short reason for a failed task; otherwise null.</summary>
    public string? FailureReason { get; set; }

    /// <summary>When the next message is due (Unix milliseconds).</summary>
    public long NextMs { get; set; }
}
