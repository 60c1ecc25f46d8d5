namespace KakaoWorkflow.Emulator.Deployment.Resources;

/// <summary>An <c>AWS::SQS::Queue</c>.</summary>
/// <param name="LogicalId">Its key under <c>Resources</c>.</param>
/// <param name="Name">The queue's name; FIFO queues end in <c>.fifo</c>.</param>
/// <param name="Arn">The queue's ARN.</param>
/// <param name="Url">The queue's URL at the local endpoint.</param>
/// <param name="Attributes">As <c>CreateQueue</c> takes them: text, policies as JSON.</param>
/// <param name="DeadLetterQueueArn">Where messages go that were received too often, or null.</param>
internal sealed record QueueResource(
    string LogicalId,
    string Name,
    string Arn,
    string Url,
    IReadOnlyDictionary<string, string> Attributes,
    string? DeadLetterQueueArn)
{
    /// <summary>How long a received message stays hidden: SQS's default is 30.</summary>
    public int VisibilityTimeoutSeconds { get; init; } = 30;
}
