using KakaoWorkflow.Emulator.Lambda;
using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Emulator.Sqs;
using KakaoWorkflow.Emulator.Sqs.Messages;
using KakaoWorkflow.Emulator.Sqs.Queues;

namespace KakaoWorkflow.Emulator.EventSources;

/// <summary>Invokes the function with one batch and deletes what it has done.</summary>
internal sealed class BatchInvoker(
    SqsService sqs, ILambdaInvoker lambda, EventSourceMappingOptions options, QueueArn queue, TimeProvider time,
    IRandomSource random, ILogger logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    /// <summary>Carries a batch through.</summary>
    /// <param name="batch">The messages.</param>
    /// <param name="stopping">Ends the pauses between attempts; the messages are given back at once then.</param>
    /// <param name="aborting">Abandons a running invocation.</param>
    /// <returns>Whether the function ran and its answer was understood, whichever messages it reports as failed.</returns>
    public async Task<bool> InvokeAsync(CollectedBatch batch, CancellationToken stopping, CancellationToken aborting)
    {
        var payload = SqsEvent.Write(batch.Messages, queue);
        if (await InvokeUntilRunAsync(batch, payload, stopping, aborting) is not { } answer)
            return false;

        if (answer.FunctionError is not null)
        {
            logger.LogWarning(
                "{Function} failed on a batch of {Count} from {Queue} (request {RequestId})",
                options.FunctionName, batch.Messages.Count, queue.Name, answer.RequestId);
            return false;
        }

        var failed = new HashSet<string>(StringComparer.Ordinal);
        if (options.ReportBatchItemFailures && !BatchResponse.TryRead(answer.Payload, IdsOf(batch), out failed))
        {
            logger.LogWarning(
                "{Function} answered a batch of {Count} from {Queue} with a response that is no partial batch response (request {RequestId})",
                options.FunctionName, batch.Messages.Count, queue.Name, answer.RequestId);
            return false;
        }

        await DeleteAsync([.. batch.Messages.Where(message => !failed.Contains(message.MessageId))]);
        return true;
    }

    /// <summary>Repeats a throttled or lost invocation, as long as the messages stay hidden from others.</summary>
    private async Task<LambdaInvocation?> InvokeUntilRunAsync(
        CollectedBatch batch, ReadOnlyMemory<byte> payload, CancellationToken stopping, CancellationToken aborting)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return await lambda.InvokeAsync(options.FunctionName, payload, aborting);
            }
            catch (LambdaServiceException error) when (error.Status is 429 or >= 500)
            {
                logger.LogWarning(
                    "{Function} could not be invoked with a batch of {Count} from {Queue}: {Code}",
                    options.FunctionName, batch.Messages.Count, queue.Name, error.Code);
            }

            var wait = pause * (0.5 + (random.NextDouble() / 2));
            if (time.GetElapsedTime(batch.ReceivedAt) + wait >= await VisibilityTimeoutAsync())
                return null;
            try
            {
                await Task.Delay(wait, time, stopping);
            }
            catch (OperationCanceledException)
            {
                await sqs.Messages.ChangeVisibilityAsync(queue.Name, [.. batch.Messages.Select(message => (message.ReceiptHandle, 0))]);
                return null;
            }
        }
    }

    private async Task<TimeSpan> VisibilityTimeoutAsync() =>
        TimeSpan.FromSeconds((await sqs.Queues.DescribeAsync(queue.Name)).Settings.VisibilityTimeoutSeconds);

    private async Task DeleteAsync(IReadOnlyList<ReceivedMessage> done)
    {
        if (done.Count == 0)
            return;
        var errors = await sqs.Messages.DeleteAsync(queue.Name, [.. done.Select(message => message.ReceiptHandle)]);
        var failures = errors.Count(error => error is not null);
        if (failures > 0)
        {
            logger.LogWarning(
                "{Count} messages that {Function} has done stay in {Queue}: it took longer than their visibility timeout",
                failures, options.FunctionName, queue.Name);
        }
    }

    private static HashSet<string> IdsOf(CollectedBatch batch) =>
        batch.Messages.Select(message => message.MessageId).ToHashSet(StringComparer.Ordinal);
}
