using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KakaoWorkflow.Local.StepFunctions.Language.Data;

/// <summary>
/// JSON text as executions carry it: compact, numbers in their own digits, text unescaped but for what JSON demands.
/// </summary>
public static class JsonText
{
    private const int MaximumDepth = 256;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Default)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MaximumDepth * 2,
    };

    private static readonly JsonDocumentOptions Strict = new()
    {
        AllowDuplicateProperties = false,
        MaxDepth = MaximumDepth,
    };

    /// <summary>The compact text of a node; null is <c>null</c>.</summary>
    public static string Write(JsonNode? node) => node is null ? "null" : node.ToJsonString(Options);

    /// <summary>Reads a text; <c>null</c> gives null.</summary>
    /// <exception cref="JsonException">
    /// Not JSON, deeper than 256 levels, or an object with the same name twice.
    /// </exception>
    public static JsonNode? Parse(string text) => JsonNode.Parse(text, documentOptions: Strict);
}
