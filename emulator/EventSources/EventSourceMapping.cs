using KakaoWorkflow.Emulator.AwsJson;
using KakaoWorkflow.Emulator.Lambda;
using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Emulator.Sqs;
using KakaoWorkflow.Emulator.Sqs.Queues;

namespace KakaoWorkflow.Emulator.EventSources;

/// <summary>
/// Feeds a function from a queue, as a Lambda event source mapping does: what the function has done is deleted, the
/// rest comes back after its visibility timeout.
/// </summary>
internal sealed class EventSourceMapping : IAsyncDisposable
{
    private static readonly TimeSpan PauseAfterFailedPoll = TimeSpan.FromSeconds(1);

    private readonly SqsService _sqs;
    private readonly EventSourceMappingOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<EventSourceMapping> _logger;
    private readonly BatchCollector _collector;
    private readonly BatchInvoker _invoker;
    private readonly ConcurrencyLimit _limit;
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _aborting = new();
    private readonly Task _polling;

    private EventSourceMapping(
        SqsService sqs, ILambdaInvoker lambda, EventSourceMappingOptions options, TimeProvider time, IRandomSource random,
        ILogger<EventSourceMapping> logger, QueueArn queue)
    {
        _sqs = sqs;
        _options = options;
        _time = time;
        _logger = logger;
        _collector = new BatchCollector(sqs.Messages, options, time);
        _invoker = new BatchInvoker(sqs, lambda, options, queue, time, random, logger);
        _limit = new ConcurrencyLimit(options.MaxConcurrency ?? EventSourceMappingOptions.DefaultConcurrency);
        _polling = PollAsync(_stopping.Token);
    }

    /// <summary>Checks the settings and starts polling.</summary>
    /// <exception cref="AwsJsonException">A setting is out of range (<c>InvalidParameterValueException</c>), or there is no such queue (<c>QueueDoesNotExist</c>).</exception>
    public static async Task<EventSourceMapping> StartAsync(
        SqsService sqs, ILambdaInvoker lambda, EventSourceMappingOptions options, TimeProvider time, IRandomSource random,
        ILogger<EventSourceMapping> logger)
    {
        var queue = await sqs.Queues.DescribeAsync(options.QueueName);
        options.Check(queue.Settings.Fifo, queue.Settings.VisibilityTimeoutSeconds);
        var arn = new QueueArn(sqs.Options.Region, sqs.Options.AccountId, options.QueueName);
        return new EventSourceMapping(sqs, lambda, options, time, random, logger, arn);
    }

    /// <summary>
    /// Stops polling at once and waits for running invocations. Messages that were received and not yet handed over
    /// are visible again when this returns, and the function is not invoked any more.
    /// </summary>
    /// <param name="cancellationToken">Ends the waiting: running invocations are abandoned and their messages come back after their timeout.</param>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await using var abort = cancellationToken.UnsafeRegister(_ => _aborting.Cancel(), null);
        await _polling;
        await _limit.WaitUntilIdleAsync(CancellationToken.None);
    }

    /// <summary>Stops without a limit for running invocations.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        _stopping.Dispose();
        _aborting.Dispose();
    }

    private async Task PollAsync(CancellationToken stopping)
    {
        // The constructor must not wait for the first poll.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await _limit.EnterAsync(stopping);
                await PollOnceAsync(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>Collects one batch and lets its invocation run on; the place in the limit goes with it.</summary>
    private async Task PollOnceAsync(CancellationToken stopping)
    {
        var batch = new CollectedBatch([], 0);
        try
        {
            batch = await _collector.CollectAsync(stopping);
        }
#pragma warning disable CA1031 // whatever is wrong with the queue (deleted, disk full), the mapping lives on and tries again
        catch (Exception error)
#pragma warning restore CA1031
        {
            _limit.Leave();
            _logger.LogWarning("Queue {Queue} cannot be polled: {Reason}", _options.QueueName, error.Message);
            await Task.Delay(PauseAfterFailedPoll, _time, stopping);
            return;
        }

        if (batch.Messages.Count == 0)
            _limit.Leave();
        else
            _ = ProcessAsync(batch, stopping);
    }

    private async Task ProcessAsync(CollectedBatch batch, CancellationToken stopping)
    {
        var succeeded = false;
        try
        {
            if (stopping.IsCancellationRequested)
                await _sqs.Messages.ChangeVisibilityAsync(
                    _options.QueueName, [.. batch.Messages.Select(message => (message.ReceiptHandle, 0))]);
            else
                succeeded = await _invoker.InvokeAsync(batch, stopping, _aborting.Token);
        }
#pragma warning disable CA1031 // whatever went wrong, the messages come back after their timeout
        catch (Exception error)
#pragma warning restore CA1031
        {
            _logger.LogWarning(
                "A batch of {Count} from {Queue} for {Function} is left to its timeout: {Reason}",
                batch.Messages.Count, _options.QueueName, _options.FunctionName, error.Message);
        }
        finally
        {
            _limit.Leave(succeeded);
        }
    }
}
