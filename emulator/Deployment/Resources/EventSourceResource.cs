namespace KakaoWorkflow.Emulator.Deployment.Resources;

/// <summary>A queue that feeds a function (an event of type <c>SQS</c>).</summary>
/// <param name="FunctionName">The function.</param>
/// <param name="QueueArn">The queue; it is one of the stack's.</param>
/// <param name="BatchSize">1 to 10, or to 10,000 with a window; the default is 10.</param>
/// <param name="BatchingWindowSeconds">How long a batch may fill up: 0 (the default) to 300.</param>
/// <param name="ReportsBatchItemFailures">Whether the function's answer names the messages that failed.</param>
/// <param name="MaxConcurrency">How many batches run at once (2 to 1,000); null leaves it to the runner.</param>
/// <param name="Enabled">Whether it polls at all.</param>
internal sealed record EventSourceResource(
    string FunctionName,
    string QueueArn,
    int BatchSize,
    int BatchingWindowSeconds,
    bool ReportsBatchItemFailures,
    int? MaxConcurrency,
    bool Enabled);
