using System.Text.RegularExpressions;
using KakaoWorkflow.Emulator.Sqs.Queues;

namespace KakaoWorkflow.Emulator.Sqs.Messages;

/// <summary>What SQS demands of a message before it takes it.</summary>
internal static partial class MessageRules
{
    /// <summary>Checks what decides where a message goes. AWS refuses a whole batch when one entry breaks these rules.</summary>
    public static void CheckAddress(OutgoingMessage message, QueueSettings queue)
    {
        if (queue.Fifo && message.GroupId is null)
            throw SqsErrors.MissingParameter("MessageGroupId");
        if (queue.Fifo && message.DeduplicationId is null && !queue.ContentBasedDeduplication)
        {
            throw SqsErrors.InvalidParameterValue(
                "MessageDeduplicationId is required, since the queue has no ContentBasedDeduplication.");
        }
        if (!queue.Fifo && message.DeduplicationId is not null)
            throw SqsErrors.InvalidParameterValue("MessageDeduplicationId is for FIFO queues only.");
        CheckToken("MessageGroupId", message.GroupId);
        CheckToken("MessageDeduplicationId", message.DeduplicationId);
    }

    /// <summary>Checks the message itself and returns its size in bytes.</summary>
    public static int CheckContent(OutgoingMessage message, QueueSettings queue)
    {
        if (message.Body.Length == 0)
            throw SqsErrors.MissingParameter("MessageBody");
        if (!MessageText.IsAllowed(message.Body))
            throw SqsErrors.InvalidMessageContents("MessageBody");
        if (message.DelaySeconds is < 0 or > SqsLimits.DelaySeconds)
        {
            throw SqsErrors.InvalidParameterValue(
                $"DelaySeconds {message.DelaySeconds} is not between 0 and {SqsLimits.DelaySeconds}.");
        }
        if (queue.Fifo && message.DelaySeconds is not null)
        {
            throw SqsErrors.InvalidParameterValue(
                "DelaySeconds of a message is not for FIFO queues; set it on the queue.");
        }
        CheckAttributes(message.Attributes);

        var bytes = MessageSize.OfBytes(message.Body, message.Attributes);
        if (bytes > queue.MaxMessageBytes)
        {
            throw SqsErrors.InvalidParameterValue(
                $"The message has {bytes} bytes; the queue's MaximumMessageSize is {queue.MaxMessageBytes}.");
        }
        return bytes;
    }

    private static void CheckToken(string member, string? token)
    {
        if (token is not null && !MessageText.IsToken(token))
        {
            throw SqsErrors.InvalidParameterValue(
                $"{member} must have 1 to {SqsLimits.TokenLength} letters, digits or punctuation marks.");
        }
    }

    private static void CheckAttributes(IReadOnlyDictionary<string, MessageAttributeValue> attributes)
    {
        if (attributes.Count > SqsLimits.MessageAttributes)
        {
            throw SqsErrors.InvalidParameterValue(
                $"MessageAttributes has {attributes.Count} entries; {SqsLimits.MessageAttributes} are allowed.");
        }
        foreach (var (name, value) in attributes)
        {
            CheckName(name);
            CheckValue(name, value);
        }
    }

    private static void CheckName(string name)
    {
        var reserved = name.StartsWith("AWS.", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("Amazon.", StringComparison.OrdinalIgnoreCase);
        if (name.Length > SqsLimits.AttributeNameLength || reserved || !AttributeName().IsMatch(name))
        {
            throw SqsErrors.InvalidParameterValue(
                $"MessageAttributes: '{name}' is not a name of 1 to {SqsLimits.AttributeNameLength} letters, digits, '_', '-' and single inner dots, without the prefixes AWS. and Amazon.");
        }
    }

    private static void CheckValue(string name, MessageAttributeValue value)
    {
        var type = value.DataType;
        if (type.Length > SqsLimits.AttributeNameLength || !DataType().IsMatch(type))
        {
            throw SqsErrors.InvalidParameterValue(
                $"MessageAttributes.{name}.DataType '{type}' is not String, Number or Binary with an optional label after a dot.");
        }

        if (type.StartsWith("Binary", StringComparison.Ordinal))
        {
            if (value.BinaryValue is not { Length: > 0 })
                throw SqsErrors.InvalidParameterValue($"MessageAttributes.{name}.BinaryValue must not be empty.");
            return;
        }

        if (string.IsNullOrEmpty(value.StringValue))
            throw SqsErrors.InvalidParameterValue($"MessageAttributes.{name}.StringValue must not be empty.");
        if (!MessageText.IsAllowed(value.StringValue))
            throw SqsErrors.InvalidMessageContents($"MessageAttributes.{name}.StringValue");
        if (type.StartsWith("Number", StringComparison.Ordinal) && !Number().IsMatch(value.StringValue))
            throw SqsErrors.InvalidParameterValue($"MessageAttributes.{name}.StringValue is not a number.");
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AttributeName();

    [GeneratedRegex(@"^(String|Number|Binary)(\..+)?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DataType();

    [GeneratedRegex(@"^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
