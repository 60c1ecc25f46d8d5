using System.Text.Json;
using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.Sqs.Queues;

/// <summary>Reads the JSON texts that some queue attributes are.</summary>
internal static class PolicyJson
{
    public static JsonObject Parse(string attribute, string text)
    {
        try
        {
            if (JsonNode.Parse(text) is JsonObject json)
            {
                // Enumerating once makes a repeated field fail here and not later.
                _ = json.Count;
                return json;
            }
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            throw SqsErrors.InvalidAttributeValue(attribute, "it is not JSON.");
        }
        throw SqsErrors.InvalidAttributeValue(attribute, "it is not a JSON object.");
    }

    public static string Text(string attribute, string field, JsonNode? value) =>
        value is JsonValue text && text.TryGetValue<string>(out var result)
            ? result
            : throw SqsErrors.InvalidAttributeValue(attribute, $"{field} is not a text.");
}
