using System.Text;

namespace KakaoWorkflow.Emulator.Sqs.Queues;

/// <summary>One attribute of a queue: its AWS name, how its text is read, and how it is written.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Apply">Checks the text and puts its value into the settings.</param>
/// <param name="Read">The value as text; null when the queue has none.</param>
/// <param name="FifoOnly">Whether standard queues refuse it.</param>
internal sealed record QueueAttribute(
    string Name,
    Func<QueueSettings, string, QueueSettings> Apply,
    Func<QueueSettings, string?> Read,
    bool FifoOnly = false)
{
    public const string FifoQueue = "FifoQueue";

    /// <summary>All attributes that can be set, in the order in which they are listed.</summary>
    public static IReadOnlyList<QueueAttribute> All { get; } =
    [
        Number("VisibilityTimeout", 0, SqsLimits.VisibilityTimeoutSeconds,
            (queue, value) => queue with { VisibilityTimeoutSeconds = value }, queue => queue.VisibilityTimeoutSeconds),
        Number("DelaySeconds", 0, SqsLimits.DelaySeconds,
            (queue, value) => queue with { DelaySeconds = value }, queue => queue.DelaySeconds),
        Number("MaximumMessageSize", SqsLimits.SmallestMaximumMessageBytes, SqsLimits.MessageBytes,
            (queue, value) => queue with { MaxMessageBytes = value }, queue => queue.MaxMessageBytes),
        Number("MessageRetentionPeriod", SqsLimits.ShortestRetentionSeconds, SqsLimits.LongestRetentionSeconds,
            (queue, value) => queue with { RetentionSeconds = value }, queue => queue.RetentionSeconds),
        Number("ReceiveMessageWaitTimeSeconds", 0, SqsLimits.WaitTimeSeconds,
            (queue, value) => queue with { ReceiveWaitSeconds = value }, queue => queue.ReceiveWaitSeconds),
        Flag(FifoQueue, (queue, value) => queue with { Fifo = value }, queue => queue.Fifo, fifoOnly: true),
        Flag("ContentBasedDeduplication",
            (queue, value) => queue with { ContentBasedDeduplication = value }, queue => queue.ContentBasedDeduplication, fifoOnly: true),
        Choice("DeduplicationScope", "queue", "messageGroup",
            (queue, second) => queue with { DeduplicatesByGroup = second }, queue => queue.DeduplicatesByGroup),
        Choice("FifoThroughputLimit", "perQueue", "perMessageGroupId",
            (queue, second) => queue with { ThroughputLimitPerGroup = second }, queue => queue.ThroughputLimitPerGroup),
        Optional("RedrivePolicy",
            (queue, text) => queue with { RedrivePolicy = text is null ? null : RedrivePolicy.Parse(text) },
            queue => queue.RedrivePolicy?.ToJson()),
        Optional("RedriveAllowPolicy",
            (queue, text) => queue with { RedriveAllowPolicy = text is null ? null : RedriveAllowPolicy.Parse(text) },
            queue => queue.RedriveAllowPolicy?.ToJson()),
        Optional("Policy", (queue, text) => queue with { Policy = CheckPolicy(text) }, queue => queue.Policy),
        Optional("KmsMasterKeyId",
            (queue, text) => queue with { KmsMasterKeyId = text, SqsManagedSse = queue.SqsManagedSse && text is null },
            queue => queue.KmsMasterKeyId),
        Number("KmsDataKeyReusePeriodSeconds", 60, 86_400,
            (queue, value) => queue with { KmsDataKeyReuseSeconds = value }, queue => queue.KmsDataKeyReuseSeconds),
        Flag("SqsManagedSseEnabled", (queue, value) => queue with { SqsManagedSse = value }, queue => queue.SqsManagedSse),
    ];

    private static readonly Dictionary<string, QueueAttribute> ByName =
        All.ToDictionary(attribute => attribute.Name, StringComparer.Ordinal);

    public static QueueAttribute? Find(string name) => ByName.GetValueOrDefault(name);

    private static QueueAttribute Number(
        string name, int least, int most, Func<QueueSettings, int, QueueSettings> apply, Func<QueueSettings, int?> read) =>
        new(name,
            (queue, text) => int.TryParse(text, out var value) && value >= least && value <= most
                ? apply(queue, value)
                : throw SqsErrors.InvalidAttributeValue(name, $"'{text}' is not a number between {least} and {most}."),
            queue => read(queue)?.ToString());

    private static QueueAttribute Flag(
        string name, Func<QueueSettings, bool, QueueSettings> apply, Func<QueueSettings, bool> read, bool fifoOnly = false) =>
        new(name,
            (queue, text) => text switch
            {
                "true" => apply(queue, true),
                "false" => apply(queue, false),
                _ => throw SqsErrors.InvalidAttributeValue(name, $"'{text}' is neither true nor false."),
            },
            queue => read(queue) ? "true" : "false",
            fifoOnly);

    private static QueueAttribute Choice(
        string name, string first, string second, Func<QueueSettings, bool, QueueSettings> apply, Func<QueueSettings, bool> read) =>
        new(name,
            (queue, text) => text == first || text == second
                ? apply(queue, text == second)
                : throw SqsErrors.InvalidAttributeValue(name, $"'{text}' is neither {first} nor {second}."),
            queue => read(queue) ? second : first,
            FifoOnly: true);

    /// <summary>An attribute that an empty text removes.</summary>
    private static QueueAttribute Optional(
        string name, Func<QueueSettings, string?, QueueSettings> apply, Func<QueueSettings, string?> read) =>
        new(name, (queue, text) => apply(queue, text.Length == 0 ? null : text), read);

    private static string? CheckPolicy(string? text)
    {
        if (text is null)
            return null;
        if (Encoding.UTF8.GetByteCount(text) > SqsLimits.PolicyBytes)
            throw SqsErrors.InvalidAttributeValue("Policy", $"it is larger than {SqsLimits.PolicyBytes} bytes.");
        PolicyJson.Parse("Policy", text);
        return text;
    }
}
