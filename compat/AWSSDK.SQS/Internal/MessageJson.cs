using System.Text.Json;
using Amazon.SQS.Model;
using KakaoWorkflow.Compat;

namespace Amazon.SQS.Internal;

/// <summary>Messages and the entries of batches as JSON.</summary>
internal static class MessageJson
{
    public static void WriteMessageAttributeValue(Utf8JsonWriter writer, MessageAttributeValue value)
    {
        writer.Put("StringValue", value.StringValue);
        writer.Put("BinaryValue", value.BinaryValue);
        writer.Put("StringListValues", value.StringListValues);
        writer.Put("BinaryListValues", value.BinaryListValues?.Select(item => Convert.ToBase64String(item.ToArray())));
        writer.Put("DataType", value.DataType);
    }

    public static void WriteMessageSystemAttributeValue(Utf8JsonWriter writer, MessageSystemAttributeValue value)
    {
        writer.Put("StringValue", value.StringValue);
        writer.Put("BinaryValue", value.BinaryValue);
        writer.Put("StringListValues", value.StringListValues);
        writer.Put("BinaryListValues", value.BinaryListValues?.Select(item => Convert.ToBase64String(item.ToArray())));
        writer.Put("DataType", value.DataType);
    }

    public static void WriteSendMessageBatchRequestEntry(Utf8JsonWriter writer, SendMessageBatchRequestEntry value)
    {
        writer.Put("Id", value.Id);
        writer.Put("MessageBody", value.MessageBody);
        writer.Put("DelaySeconds", value.DelaySeconds);
        writer.PutObjectMap("MessageAttributes", value.MessageAttributes, WriteMessageAttributeValue);
        writer.PutObjectMap("MessageSystemAttributes", value.MessageSystemAttributes, WriteMessageSystemAttributeValue);
        writer.Put("MessageDeduplicationId", value.MessageDeduplicationId);
        writer.Put("MessageGroupId", value.MessageGroupId);
    }

    public static void WriteDeleteMessageBatchRequestEntry(Utf8JsonWriter writer, DeleteMessageBatchRequestEntry value)
    {
        writer.Put("Id", value.Id);
        writer.Put("ReceiptHandle", value.ReceiptHandle);
    }

    public static void WriteChangeMessageVisibilityBatchRequestEntry(
        Utf8JsonWriter writer, ChangeMessageVisibilityBatchRequestEntry value)
    {
        writer.Put("Id", value.Id);
        writer.Put("ReceiptHandle", value.ReceiptHandle);
        writer.Put("VisibilityTimeout", value.VisibilityTimeout);
    }

    public static Message ReadMessage(JsonElement json) => new()
    {
        MessageId = json.Text("MessageId"),
        ReceiptHandle = json.Text("ReceiptHandle"),
        MD5OfBody = json.Text("MD5OfBody"),
        Body = json.Text("Body"),
        Attributes = json.TextMap("Attributes"),
        MD5OfMessageAttributes = json.Text("MD5OfMessageAttributes"),
        MessageAttributes = json.Map("MessageAttributes", ReadMessageAttributeValue),
    };

    private static MessageAttributeValue ReadMessageAttributeValue(JsonElement json) => new()
    {
        StringValue = json.Text("StringValue"),
        BinaryValue = json.Object("BinaryValue", ReadBinary),
        StringListValues = json.TextList("StringListValues"),
        BinaryListValues = json.List("BinaryListValues", ReadBinary),
        DataType = json.Text("DataType"),
    };

    public static SendMessageBatchResultEntry ReadSendMessageBatchResultEntry(JsonElement json) => new()
    {
        Id = json.Text("Id"),
        MessageId = json.Text("MessageId"),
        MD5OfMessageBody = json.Text("MD5OfMessageBody"),
        MD5OfMessageAttributes = json.Text("MD5OfMessageAttributes"),
        MD5OfMessageSystemAttributes = json.Text("MD5OfMessageSystemAttributes"),
        SequenceNumber = json.Text("SequenceNumber"),
    };

    public static DeleteMessageBatchResultEntry ReadDeleteMessageBatchResultEntry(JsonElement json) => new() { Id = json.Text("Id") };

    public static ChangeMessageVisibilityBatchResultEntry ReadChangeMessageVisibilityBatchResultEntry(JsonElement json) =>
        new() { Id = json.Text("Id") };

    public static BatchResultErrorEntry ReadBatchResultErrorEntry(JsonElement json) => new()
    {
        Id = json.Text("Id"),
        SenderFault = json.Flag("SenderFault"),
        Code = json.Text("Code"),
        Message = json.Text("Message"),
    };

    private static MemoryStream ReadBinary(JsonElement json) => new(json.GetBytesFromBase64());
}
