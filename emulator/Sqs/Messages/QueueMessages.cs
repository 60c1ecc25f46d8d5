using KakaoWorkflow.Emulator.AwsJson;
using KakaoWorkflow.Emulator.Sqs.Storage;

namespace KakaoWorkflow.Emulator.Sqs.Messages;

/// <summary>
/// Receives, deletes and hides messages. Every method may throw an <see cref="AwsJsonException"/> with AWS's error,
/// <c>QueueDoesNotExist</c> for an unknown name among them, and completes when what it did is on disk.
/// </summary>
internal sealed class QueueMessages
{
    private readonly QueueStore _store;
    private readonly SqsOptions _options;

    internal QueueMessages(QueueStore store, SqsOptions options)
    {
        _store = store;
        _options = options;
    }

    /// <summary>Sends a message.</summary>
    public async Task<SentMessage> SendAsync(string queue, OutgoingMessage message) =>
        (await SendBatchAsync(queue, [message]))[0].OrThrow();

    /// <summary>Sends messages in their order with one commit; each has its own outcome.</summary>
    /// <exception cref="AwsJsonException">No message was sent: a group or deduplication id is missing or wrong.</exception>
    public Task<IReadOnlyList<Outcome<SentMessage>>> SendBatchAsync(string queue, IReadOnlyList<OutgoingMessage> messages) =>
        _store.RunAsync(operation => MessageSender.Send(operation, operation.Require(queue), messages));

    /// <summary>Receives messages, waiting for a first one as long as the request or the queue says.</summary>
    /// <returns>Empty when none came in time.</returns>
    /// <exception cref="OperationCanceledException">The wait was cancelled; nothing was received.</exception>
    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(
        string queue, ReceiveRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var receive = await _store.RunAsync(operation => MessageReceiver.Begin(operation, operation.Require(queue), request));
        var taken = receive.Taken;
        if (receive.Waiting is { } waiting)
        {
            await using var registration = cancellationToken.UnsafeRegister(
                _ => _store.StopWaiting(receive.QueueId, waiting, cancellationToken), null);
            var delivery = await waiting.Served;
            await delivery.Committed;
            taken = delivery.Taken;
        }
        return await CompleteAsync(taken, receive.Fifo);
    }

    /// <summary>Deletes deliveries' messages; for each handle null or the error.</summary>
    /// <remarks>A handle of an older delivery, or of a message that is gone, is no error and deletes nothing.</remarks>
    public Task<IReadOnlyList<AwsJsonException?>> DeleteAsync(string queue, IReadOnlyList<string> receiptHandles) =>
        _store.RunAsync(operation =>
        {
            var source = operation.Require(queue);
            return Outcomes.ForEach(receiptHandles, handle => MessageReceiver.Delete(operation, source, handle));
        });

    /// <summary>Hides deliveries' messages for some seconds from now, or shows them again with 0; for each null or the error.</summary>
    public Task<IReadOnlyList<AwsJsonException?>> ChangeVisibilityAsync(
        string queue, IReadOnlyList<(string ReceiptHandle, int TimeoutSeconds)> changes) =>
        _store.RunAsync(operation =>
        {
            var source = operation.Require(queue);
            return Outcomes.ForEach(changes, change =>
                MessageReceiver.ChangeVisibility(operation, source, change.ReceiptHandle, change.TimeoutSeconds));
        });

    private async Task<IReadOnlyList<ReceivedMessage>> CompleteAsync(IReadOnlyList<TakenMessage> taken, bool fifo)
    {
        var messages = new List<ReceivedMessage>(taken.Count);
        foreach (var message in taken)
        {
            var content = message.Content
                ?? await _store.ReadAsync(connection => QueueLoader.LoadContent(connection, message.Message.Position));
            // Without content it was purged or expired between its receive and now.
            if (content is null)
                continue;
            messages.Add(new ReceivedMessage(
                message.Message.Id.ToString(),
                message.Receipt.ToString(),
                content,
                message.SystemAttributes(_options.AccountId, fifo, content)));
        }
        return messages;
    }
}
