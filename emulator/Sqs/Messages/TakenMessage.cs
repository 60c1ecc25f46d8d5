namespace KakaoWorkflow.Emulator.Sqs.Messages;

/// <summary>A message at the moment of its receive. The index may move on before the consumer gets it.</summary>
/// <param name="QueueId">The queue that delivers it.</param>
/// <param name="Message">The message; only what never changes may be read from it.</param>
/// <param name="Content">Null when the content must be read from the database.</param>
/// <param name="SentMs">When it was sent.</param>
/// <param name="ReceiveCount">Which delivery this is, from 1.</param>
/// <param name="FirstReceivedMs">When it was received for the first time.</param>
/// <param name="DeadLetterSourceArn">The queue that it came from as a dead letter, or null.</param>
internal sealed record TakenMessage(
    long QueueId,
    QueuedMessage Message,
    MessageContent? Content,
    long SentMs,
    int ReceiveCount,
    long FirstReceivedMs,
    string? DeadLetterSourceArn)
{
    public static TakenMessage Of(long queueId, QueuedMessage message) => new(
        queueId, message, message.Content, message.SentMs, message.ReceiveCount, message.FirstReceivedMs, message.DeadLetterSourceArn);

    public ReceiptHandle Receipt => new(QueueId, Message.Position, ReceiveCount);

    /// <summary>All system attributes by their AWS names.</summary>
    public Dictionary<string, string> SystemAttributes(string senderId, bool fifo, MessageContent content)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ApproximateReceiveCount"] = ReceiveCount.ToString(),
            ["SentTimestamp"] = SentMs.ToString(),
            ["SenderId"] = senderId,
            ["ApproximateFirstReceiveTimestamp"] = FirstReceivedMs.ToString(),
        };
        if (fifo)
            attributes["SequenceNumber"] = SequenceNumber.Format(Message.Position);
        if (Message.GroupId is { } group)
            attributes["MessageGroupId"] = group;
        if (Message.DeduplicationId is { } deduplication)
            attributes["MessageDeduplicationId"] = deduplication;
        if (content.TraceHeader is { } trace)
            attributes["AWSTraceHeader"] = trace;
        if (DeadLetterSourceArn is { } source)
            attributes["DeadLetterQueueSourceArn"] = source;
        return attributes;
    }
}
