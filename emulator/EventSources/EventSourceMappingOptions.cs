using KakaoWorkflow.Emulator.AwsJson;

namespace KakaoWorkflow.Emulator.EventSources;

/// <summary>Which queue feeds which function, and how: the settings of a Lambda event source mapping.</summary>
/// <param name="QueueName">The queue.</param>
/// <param name="FunctionName">What the invoker knows the function by: a name or an ARN.</param>
internal sealed record EventSourceMappingOptions(string QueueName, string FunctionName)
{
    /// <summary>The largest batch of a standard queue.</summary>
    public const int MaxBatchSize = 10_000;

    /// <summary>The largest batch of a FIFO queue, and of any queue without a batching window.</summary>
    public const int MaxBatchSizeWithoutWindow = 10;

    /// <summary>The longest batching window in seconds.</summary>
    public const int MaxBatchingWindowSeconds = 300;

    /// <summary>The least and the most that MaximumConcurrency may be.</summary>
    public const int LowestMaxConcurrency = 2, HighestMaxConcurrency = 1000;

    /// <summary>
    /// Concurrent invocations when MaximumConcurrency is not set. AWS starts with 5 and scales up by itself; on one
    /// machine ten keep the processors busy without piling up work.
    /// </summary>
    public const int DefaultConcurrency = 10;

    /// <summary>The most messages of one invocation, 1 to 10,000; more than 10 need a batching window.</summary>
    public int BatchSize { get; init; } = 10;

    /// <summary>Seconds for which a batch waits for more messages, 0 to 300; standard queues only.</summary>
    public int BatchingWindowSeconds { get; init; }

    /// <summary>The most concurrent invocations, 2 to 1,000; null takes <see cref="DefaultConcurrency"/>.</summary>
    public int? MaxConcurrency { get; init; }

    /// <summary>Whether the function answers which messages failed (<c>FunctionResponseTypes: ReportBatchItemFailures</c>).</summary>
    public bool ReportBatchItemFailures { get; init; }

    /// <summary>The function's time-out in seconds, which must not exceed the queue's visibility timeout; null skips that check.</summary>
    public int? FunctionTimeoutSeconds { get; init; }

    /// <summary>Checks the settings against each other and against the queue, as Lambda does when a mapping is created.</summary>
    /// <param name="fifo">Whether the queue is a FIFO queue.</param>
    /// <param name="visibilityTimeoutSeconds">The queue's.</param>
    /// <exception cref="AwsJsonException"><c>InvalidParameterValueException</c>, which names the setting.</exception>
    public void Check(bool fifo, int visibilityTimeoutSeconds)
    {
        Require(BatchSize is >= 1 and <= MaxBatchSize, $"BatchSize {BatchSize} is not between 1 and {MaxBatchSize}.");
        Require(
            BatchingWindowSeconds is >= 0 and <= MaxBatchingWindowSeconds,
            $"MaximumBatchingWindowInSeconds {BatchingWindowSeconds} is not between 0 and {MaxBatchingWindowSeconds}.");
        Require(
            MaxConcurrency is null or (>= LowestMaxConcurrency and <= HighestMaxConcurrency),
            $"MaximumConcurrency {MaxConcurrency} is not between {LowestMaxConcurrency} and {HighestMaxConcurrency}.");
        Require(!fifo || BatchingWindowSeconds == 0, "MaximumBatchingWindowInSeconds is not for FIFO queues.");
        Require(
            BatchSize <= MaxBatchSizeWithoutWindow || BatchingWindowSeconds > 0,
            $"BatchSize {BatchSize} is more than {MaxBatchSizeWithoutWindow}, which needs a standard queue and a MaximumBatchingWindowInSeconds of at least 1.");
        Require(
            FunctionTimeoutSeconds is null || FunctionTimeoutSeconds <= visibilityTimeoutSeconds,
            $"The function's Timeout {FunctionTimeoutSeconds} exceeds the queue's VisibilityTimeout {visibilityTimeoutSeconds}.");
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
            throw new AwsJsonException("InvalidParameterValueException", message);
    }
}
