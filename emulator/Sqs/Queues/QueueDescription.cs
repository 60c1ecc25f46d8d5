namespace KakaoWorkflow.Emulator.Sqs.Queues;

/// <summary>A queue as others see it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Url">Where clients reach it.</param>
/// <param name="Arn">What policies and events call it.</param>
/// <param name="Settings">Its attributes.</param>
/// <param name="Counts">What it holds at this moment.</param>
/// <param name="CreatedSeconds">When it was created (Unix seconds).</param>
/// <param name="ModifiedSeconds">When its attributes were last set (Unix seconds).</param>
internal sealed record QueueDescription(
    string Name,
    Uri Url,
    string Arn,
    QueueSettings Settings,
    QueueCounts Counts,
    long CreatedSeconds,
    long ModifiedSeconds)
{
    /// <summary>All attributes by their AWS names, the read-only ones included.</summary>
    public Dictionary<string, string> ToAttributes()
    {
        var attributes = Settings.ToAttributes();
        attributes["QueueArn"] = Arn;
        attributes["ApproximateNumberOfMessages"] = Counts.Visible.ToString();
        attributes["ApproximateNumberOfMessagesNotVisible"] = Counts.InFlight.ToString();
        attributes["ApproximateNumberOfMessagesDelayed"] = Counts.Delayed.ToString();
        attributes["CreatedTimestamp"] = CreatedSeconds.ToString();
        attributes["LastModifiedTimestamp"] = ModifiedSeconds.ToString();
        return attributes;
    }
}
