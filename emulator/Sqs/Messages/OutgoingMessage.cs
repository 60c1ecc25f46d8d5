namespace KakaoWorkflow.Emulator.Sqs.Messages;

/// <summary>A message on its way into a queue.</summary>
/// <param name="Body">The text, at least one character.</param>
internal sealed record OutgoingMessage(string Body)
{
    /// <summary>The message attributes by name.</summary>
    public IReadOnlyDictionary<string, MessageAttributeValue> Attributes { get; init; } =
        new Dictionary<string, MessageAttributeValue>(StringComparer.Ordinal);

    /// <summary>The system attribute AWSTraceHeader, or null.</summary>
    public string? TraceHeader { get; init; }

    /// <summary>Seconds until the message can be received; null takes the queue's. Not allowed on FIFO queues.</summary>
    public int? DelaySeconds { get; init; }

    /// <summary>The group within which a FIFO queue keeps the order (required there); a tenant's name on standard queues.</summary>
    public string? GroupId { get; init; }

    /// <summary>FIFO only: sends with the same id within five minutes are one. Null where the queue hashes the body.</summary>
    public string? DeduplicationId { get; init; }
}
