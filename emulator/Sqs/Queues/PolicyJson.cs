using System.Text.Json;
using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.Sqs.Queues;

/// <summary>Reads the JSON texts that some queue attributes are.</summary>
internal static class PolicyJson
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static JsonObject Parse(string attribute, string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: Strict) as JsonObject
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
