using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.Sqs.Messages;

namespace KakaoWorkflow.Emulator.Sqs.Protocol;

/// <summary>Which attributes of its messages a receive wants to see.</summary>
internal sealed class MessageSelection
{
    private const string All = "All";

    private static readonly HashSet<string> SystemAttributes = new(StringComparer.Ordinal)
    {
        All, "SenderId", "SentTimestamp", "ApproximateReceiveCount", "ApproximateFirstReceiveTimestamp", "SequenceNumber",
        "MessageDeduplicationId", "MessageGroupId", "AWSTraceHeader", "DeadLetterQueueSourceArn",
    };

    private readonly HashSet<string> _system;
    private readonly IReadOnlyList<string> _attributes;

    private MessageSelection(HashSet<string> system, IReadOnlyList<string> attributes)
    {
        _system = system;
        _attributes = attributes;
    }

    /// <summary>Reads the names; system attributes have an old member and a new one, and both may be used.</summary>
    public static MessageSelection Read(RequestReader request)
    {
        var system = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in request.Texts("AttributeNames").Concat(request.Texts("MessageSystemAttributeNames")))
        {
            if (!SystemAttributes.Contains(name))
            {
                throw SqsErrors.InvalidAttributeName(
                    $"MessageSystemAttributeNames: {name} is not a system attribute of messages.");
            }
            system.Add(name);
        }
        return new MessageSelection(system, request.Texts("MessageAttributeNames"));
    }

    /// <summary>Writes a message with what was asked for. The digest of attributes covers those that are written.</summary>
    public JsonObject Write(ReceivedMessage message)
    {
        var json = new JsonObject
        {
            ["MessageId"] = message.MessageId,
            ["ReceiptHandle"] = message.ReceiptHandle,
            ["MD5OfBody"] = MessageDigest.OfBody(message.Content.Body),
            ["Body"] = message.Content.Body,
        };
        var system = message.SystemAttributes
            .Where(attribute => _system.Contains(All) || _system.Contains(attribute.Key))
            .Select(attribute => KeyValuePair.Create(attribute.Key, (JsonNode?)attribute.Value))
            .ToList();
        if (system.Count > 0)
            json["Attributes"] = new JsonObject(system);

        var attributes = message.Content.Attributes.Where(attribute => _attributes.Any(name => Selects(name, attribute.Key))).ToList();
        if (attributes.Count > 0)
        {
            json["MD5OfMessageAttributes"] = MessageDigest.OfAttributes(attributes);
            json["MessageAttributes"] = MessageAttributesJson.Write(attributes);
        }
        return json;
    }

    private static bool Selects(string pattern, string name) =>
        pattern is All or ".*"
        || pattern == name
        || (pattern.EndsWith(".*", StringComparison.Ordinal) && name.StartsWith(pattern.AsSpan(..^2), StringComparison.Ordinal));
}
