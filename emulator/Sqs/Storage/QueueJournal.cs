using System.Text.Json;
using KakaoWorkflow.Emulator.Sqs.Messages;
using KakaoWorkflow.Emulator.Sqs.Moves;
using KakaoWorkflow.Emulator.Sqs.Queues;
using KakaoWorkflow.Emulator.Storage;

namespace KakaoWorkflow.Emulator.Sqs.Storage;

/// <summary>
/// What one operation changes on disk. Values are copied when they are noted, since the index may change again
/// before the writer gets here.
/// </summary>
internal sealed class QueueJournal
{
    private readonly List<Action<WriteTransaction>> _writes = [];

    public bool IsEmpty => _writes.Count == 0;

    public void WriteTo(WriteTransaction transaction)
    {
        foreach (var write in _writes)
            write(transaction);
    }

    public void Reserve(long position) => Note(
        "INSERT INTO sqs_position VALUES (1, $0) ON CONFLICT (only) DO UPDATE SET reserved = excluded.reserved", position);

    public void Save(MessageQueue queue) => Note(
        """
        INSERT INTO sqs_queue VALUES ($0, $1, $2, $3, $4, $5)
        ON CONFLICT (id) DO UPDATE SET attributes = excluded.attributes, tags = excluded.tags, modified_ms = excluded.modified_ms
        """,
        queue.Id, queue.Name, JsonSerializer.Serialize(queue.Settings.ToAttributes()), JsonSerializer.Serialize(queue.Tags),
        queue.CreatedMs, queue.ModifiedMs);

    public void Remove(MessageQueue queue)
    {
        Purge(queue);
        Note("DELETE FROM sqs_deduplication WHERE queue_id = $0", queue.Id);
        Note("DELETE FROM sqs_move_task WHERE source_id = $0", queue.Id);
        Note("DELETE FROM sqs_queue WHERE id = $0", queue.Id);
    }

    public void Purge(MessageQueue queue)
    {
        Note("DELETE FROM sqs_delivery WHERE position IN (SELECT position FROM sqs_message WHERE queue_id = $0)", queue.Id);
        Note("DELETE FROM sqs_message WHERE queue_id = $0", queue.Id);
    }

    public void Add(MessageQueue queue, QueuedMessage message, MessageContent content) => Note(
        "INSERT INTO sqs_message VALUES ($0, $1, $2, $3, $4, NULL, $5, $6, $7, $8, $9, $10)",
        message.Position, queue.Id, message.Id.ToString(), message.GroupId, message.DeduplicationId, message.SentMs,
        message.VisibleMs, message.SizeBytes, content.Body,
        content.Attributes.Count == 0 ? null : MessageAttributesJson.Write(content.Attributes).ToJsonString(JsonSerializerOptions.Default),
        content.TraceHeader);

    public void Remove(QueuedMessage message)
    {
        Note("DELETE FROM sqs_message WHERE position = $0", message.Position);
        if (message.ReceiveCount > 0)
            Note("DELETE FROM sqs_delivery WHERE position = $0", message.Position);
    }

    /// <summary>Notes a receive or a changed visibility.</summary>
    public void Deliver(QueuedMessage message) => Note(
        """
        INSERT INTO sqs_delivery VALUES ($0, $1, $2, $3, $4)
        ON CONFLICT (position) DO UPDATE SET
          visible_ms = excluded.visible_ms, receive_count = excluded.receive_count, received_ms = excluded.received_ms
        """,
        message.Position, message.VisibleMs, message.ReceiveCount, message.FirstReceivedMs, message.ReceivedMs);

    public void MoveToDeadLetters(QueuedMessage message, MessageQueue target) => Note(
        "UPDATE sqs_message SET queue_id = $1, dead_letter_source = $2, sent_ms = $3 WHERE position = $0",
        message.Position, target.Id, message.DeadLetterSourceArn, message.SentMs);

    /// <summary>Copies a dead letter's content into a new message; the old one is removed separately.</summary>
    public void AddCopy(MessageQueue queue, QueuedMessage message, QueuedMessage original) => Note(
        """
        INSERT INTO sqs_message
        SELECT $0, $1, $2, $3, $4, NULL, $5, $6, size_bytes, body, attributes, trace_header FROM sqs_message WHERE position = $7
        """,
        message.Position, queue.Id, message.Id.ToString(), message.GroupId, message.DeduplicationId, message.SentMs,
        message.VisibleMs, original.Position);

    public void Remember(MessageQueue queue, DeduplicationEntry entry) => Note(
        """
        INSERT INTO sqs_deduplication VALUES ($0, $1, $2, $3, $4)
        ON CONFLICT (queue_id, deduplication_key) DO UPDATE SET
          message_id = excluded.message_id, position = excluded.position, expires_ms = excluded.expires_ms
        """,
        queue.Id, entry.Key, entry.MessageId.ToString(), entry.Position, entry.ExpiresMs);

    public void ForgetDuplicates(MessageQueue queue, long nowMs) =>
        Note("DELETE FROM sqs_deduplication WHERE queue_id = $0 AND expires_ms <= $1", queue.Id, nowMs);

    public void Save(MoveTask task) => Note(
        """
        INSERT INTO sqs_move_task VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (id) DO UPDATE SET status = excluded.status, moved = excluded.moved, failure = excluded.failure
        """,
        task.Id, task.SourceId, task.DestinationArn, task.RatePerSecond, task.Status.ToString(), task.StartedMs,
        task.ToMove, task.Moved, task.FailureReason);

    public void Remove(MoveTask task) => Note("DELETE FROM sqs_move_task WHERE id = $0", task.Id);

    private void Note(string sql, params object?[] values) =>
        _writes.Add(transaction => transaction.Execute(sql, values));
}
