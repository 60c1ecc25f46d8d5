using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.Sqs.Messages;

namespace KakaoWorkflow.Emulator.Sqs.Protocol;

/// <summary>Writes what a send answers; members without a value are left out.</summary>
internal static class SentMessageJson
{
    public static JsonObject Write(SentMessage message)
    {
        var json = new JsonObject { ["MessageId"] = message.MessageId, ["MD5OfMessageBody"] = message.BodyMd5 };
        if (message.AttributesMd5 is { } attributes)
            json["MD5OfMessageAttributes"] = attributes;
        if (message.SystemAttributesMd5 is { } systemAttributes)
            json["MD5OfMessageSystemAttributes"] = systemAttributes;
        if (message.SequenceNumber is { } number)
            json["SequenceNumber"] = number;
        return json;
    }
}
