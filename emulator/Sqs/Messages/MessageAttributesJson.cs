using System.Text.Json;
using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.Sqs.Messages;

/// <summary>Message attributes in the JSON form that the wire and the database share.</summary>
internal static class MessageAttributesJson
{
    public static JsonObject Write(IEnumerable<KeyValuePair<string, MessageAttributeValue>> attributes)
    {
        var json = new JsonObject();
        foreach (var (name, value) in attributes)
        {
            json[name] = value.BinaryValue is { } bytes
                ? new JsonObject { ["BinaryValue"] = Convert.ToBase64String(bytes.Span), ["DataType"] = value.DataType }
                : new JsonObject { ["StringValue"] = value.StringValue, ["DataType"] = value.DataType };
        }
        return json;
    }

    /// <summary>Reads what <see cref="Write"/> wrote; null reads as none.</summary>
    public static Dictionary<string, MessageAttributeValue> Read(string? text)
    {
        var attributes = new Dictionary<string, MessageAttributeValue>(StringComparer.Ordinal);
        if (text is null)
            return attributes;
        using var document = JsonDocument.Parse(text);
        foreach (var attribute in document.RootElement.EnumerateObject())
        {
            var dataType = attribute.Value.GetProperty("DataType").GetString()!;
            attributes[attribute.Name] = attribute.Value.TryGetProperty("BinaryValue", out var bytes)
                ? new MessageAttributeValue(dataType, null, bytes.GetBytesFromBase64())
                : new MessageAttributeValue(dataType, attribute.Value.GetProperty("StringValue").GetString(), null);
        }
        return attributes;
    }
}
