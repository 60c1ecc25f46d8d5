using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace KakaoWorkflow.Skills;

/// <summary>The parsed JSON of a skill call.</summary>
internal sealed class SkillRequestBody : IDisposable
{
    private static readonly UTF8Encoding StrictUtf8 =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly JsonDocumentOptions Options = new()
    {
        MaxDepth = SkillRequest.MaxDepth,
        AllowDuplicateProperties = false,
    };

    private readonly JsonDocument _document;

    private SkillRequestBody(JsonDocument document) => _document = document;

    public JsonNodeAt Root => new("", _document.RootElement);

    public static SkillRequestBody Parse(string json)
    {
        if (json.Length > SkillRequest.MaxBodyBytes)
            throw TooLarge();
        try
        {
            return ParseOwned(StrictUtf8.GetBytes(json));
        }
        catch (EncoderFallbackException)
        {
            throw new InvalidSkillRequestException("body", "is not valid Unicode");
        }
    }

    public static SkillRequestBody Parse(ReadOnlySpan<byte> utf8) =>
        utf8.Length > SkillRequest.MaxBodyBytes ? throw TooLarge() : ParseOwned(utf8.ToArray());

    public void Dispose() => _document.Dispose();

    /// <remarks>The parser's own exception is left out on purpose: it quotes from the body.</remarks>
    private static SkillRequestBody ParseOwned(byte[] utf8)
    {
        if (utf8.Length > SkillRequest.MaxBodyBytes)
            throw TooLarge();
        // The parser looks at the texts that somebody reads; the rest must be Unicode, too.
        if (!Utf8.IsValid(utf8))
            throw new InvalidSkillRequestException("body", "is not valid Unicode");
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(utf8, Options);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new InvalidSkillRequestException(
                "body", $"is not JSON with unique keys and at most {SkillRequest.MaxDepth} levels");
        }
        if (document.RootElement.ValueKind == JsonValueKind.Object)
            return new SkillRequestBody(document);
        document.Dispose();
        throw new InvalidSkillRequestException("body", "is not a JSON object");
    }

    private static InvalidSkillRequestException TooLarge() =>
        new("body", $"is larger than {SkillRequest.MaxBodyBytes} bytes");
}
