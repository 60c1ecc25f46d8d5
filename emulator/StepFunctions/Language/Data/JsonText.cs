using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.AwsJson;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Data;

/// <summary>
/// JSON text as executions carry it: compact, numbers in their own digits, text unescaped but for what JSON demands.
/// </summary>
internal static class JsonText
{
    private const int MaxDepth = 256;
    private const int MaxOwnDepth = MaxDepth * 2;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Default)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MaxOwnDepth,
    };

    private static readonly JsonDocumentOptions Own = new() { MaxDepth = MaxOwnDepth };

    /// <summary>The compact text of a node; null is <c>null</c>.</summary>
    /// <exception cref="InvalidOperationException">It is deeper than 512 levels.</exception>
    public static string Write(JsonNode? node) => node is null ? "null" : node.ToJsonString(Options);

    /// <summary>Reads a text from outside; <c>null</c> gives null. Half a surrogate pair is read as U+FFFD.</summary>
    /// <exception cref="JsonException">
    /// Not JSON, deeper than 256 levels, or an object with the same name twice.
    /// </exception>
    public static JsonNode? Parse(string text) => StrictJson.Parse(text, MaxDepth);

    /// <summary>Reads what <see cref="Write"/> wrote, or what <see cref="Parse"/> took.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static JsonNode? ParseOwn(string text) => JsonNode.Parse(text, documentOptions: Own);
}
