using KakaoWorkflow.Emulator.Sqs;
using KakaoWorkflow.Emulator.Sqs.Messages;

namespace KakaoWorkflow.Emulator.EventSources;

/// <summary>Collects messages until a batch is full, large enough, or its window is over.</summary>
internal sealed class BatchCollector(QueueMessages messages, EventSourceMappingOptions options, TimeProvider time)
{
    /// <summary>
    /// Bytes of messages after which a batch is closed. JSON escapes may triple them, and one more message may come
    /// on top, so that an event stays within the 6 MB that an invocation may carry in all but contrived cases.
    /// </summary>
    private const int MaxBatchBytes = 2 * 1024 * 1024;

    private static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(SqsLimits.WaitTimeSeconds);

    /// <summary>The next batch; empty when nothing came within a long poll, or when the collecting was cancelled.</summary>
    public async Task<CollectedBatch> CollectAsync(CancellationToken cancellationToken)
    {
        var batch = new List<ReceivedMessage>();
        var start = time.GetTimestamp();
        try
        {
            batch.AddRange(await ReceiveAsync(options.BatchSize, MaxBatchBytes, LongPoll, cancellationToken));
            start = time.GetTimestamp();
            var window = TimeSpan.FromSeconds(options.BatchingWindowSeconds);
            while (batch.Count > 0 && batch.Count < options.BatchSize)
            {
                var rest = window - time.GetElapsedTime(start);
                var bytes = MaxBatchBytes - batch.Sum(message => MessageSize.OfBytes(message.Content.Body, message.Content.Attributes));
                if (rest <= TimeSpan.Zero || bytes <= 0)
                    break;
                batch.AddRange(await ReceiveAsync(
                    options.BatchSize - batch.Count, bytes, rest < LongPoll ? rest : LongPoll, cancellationToken));
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What was collected before still has to be given back, so it is returned.
        }
        return new CollectedBatch(batch, start);
    }

    private Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(
        int most, long maxBytes, TimeSpan wait, CancellationToken cancellationToken)
    {
        var request = new ReceiveRequest { MaxMessages = Math.Min(most, SqsLimits.BatchEntries), MaxBytes = maxBytes, Wait = wait };
        return messages.ReceiveAsync(options.QueueName, request, cancellationToken);
    }
}
