namespace KakaoWorkflow.Emulator.Sqs.Queues;

/// <summary>A queue's ARN: <c>arn:aws:sqs:{region}:{account}:{name}</c>.</summary>
/// <param name="Region">For example <c>ap-northeast-2</c>.</param>
/// <param name="AccountId">The twelve-digit account id.</param>
/// <param name="Name">The queue's name.</param>
internal readonly record struct QueueArn(string Region, string AccountId, string Name)
{
    /// <summary>Reads an ARN; false for a text that is none of a queue.</summary>
    public static bool TryParse(string text, out QueueArn arn)
    {
        var parts = text.Split(':');
        var valid = parts is ["arn", "aws", "sqs", { Length: > 0 }, { Length: > 0 }, { Length: > 0 }];
        arn = valid ? new QueueArn(parts[3], parts[4], parts[5]) : default;
        return valid;
    }

    /// <inheritdoc />
    public override string ToString() => $"arn:aws:sqs:{Region}:{AccountId}:{Name}";
}
