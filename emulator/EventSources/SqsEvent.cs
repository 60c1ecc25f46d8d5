using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using KakaoWorkflow.Emulator.Sqs.Messages;
using KakaoWorkflow.Emulator.Sqs.Queues;

namespace KakaoWorkflow.Emulator.EventSources;

/// <summary>The event that Lambda hands to a function for a batch of messages.</summary>
internal static class SqsEvent
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(IEnumerable<ReceivedMessage> messages, QueueArn queue)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("Records");
            foreach (var message in messages)
                WriteRecord(json, message, queue);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }

    private static void WriteRecord(Utf8JsonWriter json, ReceivedMessage message, QueueArn queue)
    {
        json.WriteStartObject();
        json.WriteString("messageId", message.MessageId);
        json.WriteString("receiptHandle", message.ReceiptHandle);
        json.WriteString("body", message.Content.Body);
        json.WriteStartObject("attributes");
        foreach (var (name, value) in message.SystemAttributes)
            json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteStartObject("messageAttributes");
        foreach (var (name, value) in message.Content.Attributes)
            WriteAttribute(json, name, value);
        json.WriteEndObject();
        if (MessageDigest.OfAttributes(message.Content.Attributes) is { } digest)
            json.WriteString("md5OfMessageAttributes", digest);
        json.WriteString("md5OfBody", MessageDigest.OfBody(message.Content.Body));
        json.WriteString("eventSource", "aws:sqs");
        json.WriteString("eventSourceARN", queue.ToString());
        json.WriteString("awsRegion", queue.Region);
        json.WriteEndObject();
    }

    /// <summary>The lists are always there and always empty: SQS has the members, and no message can have values in them.</summary>
    private static void WriteAttribute(Utf8JsonWriter json, string name, MessageAttributeValue value)
    {
        json.WriteStartObject(name);
        if (value.BinaryValue is { } bytes)
            json.WriteBase64String("binaryValue", bytes.Span);
        else
            json.WriteString("stringValue", value.StringValue);
        json.WriteStartArray("stringListValues");
        json.WriteEndArray();
        json.WriteStartArray("binaryListValues");
        json.WriteEndArray();
        json.WriteString("dataType", value.DataType);
        json.WriteEndObject();
    }
}
