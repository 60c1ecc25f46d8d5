using System.Text.Json;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.AwsJson;

namespace KakaoWorkflow.Emulator.Sqs.Queues;

/// <summary>Reads the JSON texts that some queue attributes are.</summary>
internal static class PolicyJson
{
    public static JsonObject Parse(string attribute, string text)
    {
        try
        {
            return StrictJson.Parse(text) as JsonObject
                ?? throw SqsErrors.InvalidAttributeValue(attribute, "it is not a JSON object.");
        }
        catch (JsonException error)
        {
            throw SqsErrors.InvalidAttributeValue(attribute, $"it is not JSON with each field once: {error.Message}");
        }
    }

    public static string Text(string attribute, string field, JsonNode? value) =>
        value is JsonValue text && text.TryGetValue<string>(out var result)
            ? result
            : throw SqsErrors.InvalidAttributeValue(attribute, $"{field} is not a text.");
}
