using System.Security.Cryptography;
using System.Text;
using KakaoWorkflow.Emulator.AwsJson;
using KakaoWorkflow.Emulator.Sqs.Queues;
using KakaoWorkflow.Emulator.Sqs.Storage;

namespace KakaoWorkflow.Emulator.Sqs.Messages;

/// <summary>Puts messages into a queue.</summary>
internal static class MessageSender
{
    public static IReadOnlyList<Outcome<SentMessage>> Send(
        QueueOperation operation, MessageQueue queue, IReadOnlyList<OutgoingMessage> messages)
    {
        foreach (var message in messages)
            MessageRules.CheckAddress(message, queue.Settings);
        if (queue.Deduplication.Expire(operation.NowMs))
            operation.Journal.ForgetDuplicates(queue, operation.NowMs);
        return [.. messages.Select(message => TrySend(operation, queue, message))];
    }

    private static Outcome<SentMessage> TrySend(QueueOperation operation, MessageQueue queue, OutgoingMessage message)
    {
        try
        {
            return new Outcome<SentMessage>(Send(operation, queue, message), null);
        }
        catch (AwsJsonException error)
        {
            return new Outcome<SentMessage>(null, error);
        }
    }

    private static SentMessage Send(QueueOperation operation, MessageQueue queue, OutgoingMessage message)
    {
        var bytes = MessageRules.CheckContent(message, queue.Settings);
        var deduplicationId = queue.Settings.Fifo ? message.DeduplicationId ?? HashOf(message.Body) : null;
        var key = deduplicationId is null ? null : KeyOf(queue, message, deduplicationId);
        if (key is not null && queue.Deduplication.Find(key) is { } earlier)
            return Answer(message, earlier.MessageId, SequenceNumber.Format(earlier.Position));

        var delaySeconds = message.DelaySeconds ?? queue.Settings.DelaySeconds;
        var queued = new QueuedMessage(operation.NewPosition(), operation.NewId())
        {
            GroupId = message.GroupId,
            DeduplicationId = deduplicationId,
            SizeBytes = bytes,
            SentMs = operation.NowMs,
            VisibleMs = operation.NowMs + (delaySeconds * 1000L),
        };
        operation.Add(queue, queued, new MessageContent(message.Body, message.Attributes, message.TraceHeader));
        if (key is not null)
            Remember(operation, queue, key, queued);
        return Answer(message, queued.Id, queue.Settings.Fifo ? SequenceNumber.Format(queued.Position) : null);
    }

    private static void Remember(QueueOperation operation, MessageQueue queue, string key, QueuedMessage message)
    {
        var expiresMs = operation.NowMs + (SqsLimits.DeduplicationSeconds * 1000L);
        var entry = new DeduplicationEntry(key, message.Id, message.Position, expiresMs);
        queue.Deduplication.Add(entry);
        operation.Journal.Remember(queue, entry);
    }

    /// <summary>A space separates group and id: neither can contain one.</summary>
    private static string KeyOf(MessageQueue queue, OutgoingMessage message, string deduplicationId) =>
        queue.Settings.DeduplicatesByGroup ? $"{message.GroupId} {deduplicationId}" : deduplicationId;

    private static string HashOf(string body) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));

    private static SentMessage Answer(OutgoingMessage message, Guid id, string? sequenceNumber) => new(
        id.ToString(),
        MessageDigest.OfBody(message.Body),
        MessageDigest.OfAttributes(message.Attributes),
        message.TraceHeader is { } trace
            ? MessageDigest.OfAttributes([new("AWSTraceHeader", new MessageAttributeValue("String", trace, null))])
            : null,
        sequenceNumber);
}
