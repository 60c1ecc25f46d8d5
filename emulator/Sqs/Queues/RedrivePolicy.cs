using System.Text.Json;
using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.Sqs.Queues;

/// <summary>Where a queue's messages go that were received too often.</summary>
/// <param name="DeadLetterTargetArn">The dead-letter queue.</param>
/// <param name="MaxReceiveCount">After this many receives a message that becomes visible again is moved; 1 to 1,000.</param>
internal sealed record RedrivePolicy(string DeadLetterTargetArn, int MaxReceiveCount)
{
    private const int DefaultMaxReceiveCount = 10;

    internal string ToJson() =>
        new JsonObject { ["deadLetterTargetArn"] = DeadLetterTargetArn, ["maxReceiveCount"] = MaxReceiveCount }
            .ToJsonString(JsonSerializerOptions.Default);

    internal static RedrivePolicy Parse(string text)
    {
        string? target = null;
        var count = DefaultMaxReceiveCount;
        foreach (var (name, value) in PolicyJson.Parse("RedrivePolicy", text))
        {
            switch (name)
            {
                case "deadLetterTargetArn":
                    target = PolicyJson.Text("RedrivePolicy", name, value);
                    break;
                case "maxReceiveCount":
                    count = ParseCount(value);
                    break;
                default:
                    throw SqsErrors.InvalidAttributeValue("RedrivePolicy", $"{name} is not one of its fields.");
            }
        }

        if (target is null || !QueueArn.TryParse(target, out _))
            throw SqsErrors.InvalidParameterValue("RedrivePolicy.deadLetterTargetArn is not the ARN of a queue.");
        return new RedrivePolicy(target, count);
    }

    /// <summary>AWS takes the count as a number and, since its console writes it so, as text.</summary>
    private static int ParseCount(JsonNode? value)
    {
        if (value is not JsonValue
            || !int.TryParse(value.ToString(), out var count)
            || count is < 1 or > SqsLimits.MaxReceiveCount)
        {
            throw SqsErrors.InvalidParameterValue(
                $"RedrivePolicy.maxReceiveCount is not a number between 1 and {SqsLimits.MaxReceiveCount}.");
        }
        return count;
    }
}
