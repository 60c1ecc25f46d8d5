namespace KakaoWorkflow.Emulator.Sqs.Messages;

/// <summary>A message in the index of its queue. Changed only under the store's lock.</summary>
/// <param name="position">Its place in the order of all messages, and its key in the database.</param>
/// <param name="id">The message id.</param>
internal sealed class QueuedMessage(long position, Guid id)
{
    public long Position { get; } = position;

    public Guid Id { get; } = id;

    public required string? GroupId { get; init; }

    public required string? DeduplicationId { get; init; }

    public required int SizeBytes { get; init; }

    /// <summary>When it was sent (Unix milliseconds); its retention counts from here.</summary>
    public required long SentMs { get; set; }

    /// <summary>From when on it can be received (Unix milliseconds).</summary>
    public required long VisibleMs { get; set; }

    public int ReceiveCount { get; set; }

    public long FirstReceivedMs { get; set; }

    /// <summary>The last receive (Unix milliseconds), from which the longest visibility timeout counts.</summary>
    public long ReceivedMs { get; set; }

    /// <summary>The queue from which it came here as a dead letter, or null.</summary>
    public string? DeadLetterSourceArn { get; set; }

    /// <summary>Null when it is kept in the database alone.</summary>
    public MessageContent? Content { get; set; }

    /// <summary>Whether it waits for <see cref="VisibleMs"/>, delayed or in flight.</summary>
    public bool Hidden { get; set; }

    /// <summary>Hidden since somebody received it, and not since its sender delayed it.</summary>
    public bool InFlight => Hidden && ReceiveCount > 0;

    public ReceiptHandle Receipt(long queueId) => new(queueId, Position, ReceiveCount);
}
