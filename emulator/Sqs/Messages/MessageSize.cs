using System.Text;

namespace KakaoWorkflow.Emulator.Sqs.Messages;

/// <summary>How many bytes a message counts for: its body and each attribute's name, data type and value, in UTF-8.</summary>
internal static class MessageSize
{
    /// <summary>The bytes that count against MaximumMessageSize. System attributes are free.</summary>
    public static int OfBytes(string body, IReadOnlyDictionary<string, MessageAttributeValue> attributes)
    {
        var bytes = Encoding.UTF8.GetByteCount(body);
        foreach (var (name, value) in attributes)
        {
            bytes += Encoding.UTF8.GetByteCount(name) + Encoding.UTF8.GetByteCount(value.DataType);
            bytes += value.BinaryValue?.Length ?? Encoding.UTF8.GetByteCount(value.StringValue ?? "");
        }
        return bytes;
    }
}
