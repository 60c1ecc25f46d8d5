using System.Text.Json;
using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.AwsJson;

/// <summary>Reads JSON texts from outside: each member once, and half a surrogate pair as U+FFFD.</summary>
internal static class StrictJson
{
    private const int DefaultDepth = 64;

    /// <summary>The text as a node; <c>null</c> gives null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maxDepth">How deep it may be.</param>
    /// <exception cref="JsonException">Not JSON, too deep, or an object with the same name twice.</exception>
    public static JsonNode? Parse(string text, int maxDepth = DefaultDepth) =>
        JsonNode.Parse(HalfSurrogates.Mend(text), documentOptions: new() { AllowDuplicateProperties = false, MaxDepth = maxDepth });

    /// <summary>The object that the text is; null for anything else.</summary>
    public static JsonObject? ParseObject(string text)
    {
        try
        {
            return Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
