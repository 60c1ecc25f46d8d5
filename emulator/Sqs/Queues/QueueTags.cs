namespace KakaoWorkflow.Emulator.Sqs.Queues;

/// <summary>The rules for a queue's tags.</summary>
internal static class QueueTags
{
    public static void Check(IReadOnlyDictionary<string, string> tags)
    {
        if (tags.Count > SqsLimits.Tags)
        {
            throw SqsErrors.InvalidParameterValue(
                $"Tags: {tags.Count} are too many; a queue has at most {SqsLimits.Tags}.");
        }
        foreach (var (key, value) in tags)
        {
            if (key.Length is 0 or > SqsLimits.TagKeyLength || key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
            {
                throw SqsErrors.InvalidParameterValue(
                    $"Tags: the key '{key}' must have 1 to {SqsLimits.TagKeyLength} characters and not start with aws:.");
            }
            if (value.Length > SqsLimits.TagValueLength)
            {
                throw SqsErrors.InvalidParameterValue(
                    $"Tags: the value of '{key}' has more than {SqsLimits.TagValueLength} characters.");
            }
        }
    }
}
