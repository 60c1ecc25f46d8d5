using KakaoWorkflow.Emulator.Sqs.Messages;

namespace KakaoWorkflow.Emulator.Sqs.Protocol;

/// <summary>Reads a message to be sent, from a request or from an entry of a batch.</summary>
internal static class MessageReader
{
    private const string TraceHeader = "AWSTraceHeader";

    public static OutgoingMessage ReadMessage(this RequestReader request) => new(request.Text("MessageBody"))
    {
        Attributes = ReadAttributes(request, "MessageAttributes"),
        TraceHeader = ReadTraceHeader(request),
        DelaySeconds = request.OptionalNumber("DelaySeconds"),
        GroupId = request.OptionalText("MessageGroupId"),
        DeduplicationId = request.OptionalText("MessageDeduplicationId"),
    };

    private static string? ReadTraceHeader(RequestReader request)
    {
        string? trace = null;
        foreach (var (name, value) in ReadAttributes(request, "MessageSystemAttributes"))
        {
            if (name != TraceHeader || value.DataType != "String" || string.IsNullOrEmpty(value.StringValue))
            {
                throw SqsErrors.InvalidParameterValue(
                    $"MessageSystemAttributes.{name}: only {TraceHeader} can be sent, as a String.");
            }
            if (!MessageText.IsAllowed(value.StringValue))
                throw SqsErrors.InvalidMessageContents($"MessageSystemAttributes.{name}.StringValue");
            trace = value.StringValue;
        }
        return trace;
    }

    private static Dictionary<string, MessageAttributeValue> ReadAttributes(RequestReader request, string member)
    {
        var attributes = new Dictionary<string, MessageAttributeValue>(StringComparer.Ordinal);
        foreach (var (name, value) in request.ObjectMap(member))
            attributes[name] = ReadValue(value, $"{member}.{name}");
        return attributes;
    }

    private static MessageAttributeValue ReadValue(RequestReader value, string path)
    {
        var type = value.Text("DataType");
        var text = value.OptionalText("StringValue");
        var bytes = value.OptionalText("BinaryValue");
        if (value.Texts("StringListValues").Count > 0 || value.Texts("BinaryListValues").Count > 0)
            throw SqsErrors.UnsupportedOperation($"{path}: lists of values are not supported, by AWS neither.");
        value.End();

        if (text is not null && bytes is not null)
            throw SqsErrors.InvalidParameterValue($"{path} has both StringValue and BinaryValue.");
        var binary = type.StartsWith("Binary", StringComparison.Ordinal);
        if (binary ? text is not null : bytes is not null)
            throw SqsErrors.InvalidParameterValue($"{path} has the data type {type}, but the value of the other kind.");
        return new MessageAttributeValue(type, text, bytes is null ? null : Decode(bytes, path));
    }

    private static ReadOnlyMemory<byte>? Decode(string base64, string path)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var written)
            ? bytes.AsMemory(0, written)
            : throw SqsErrors.Malformed($"{path}.BinaryValue is not Base64.");
    }
}
