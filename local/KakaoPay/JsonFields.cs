using System.Text.Json;

namespace KakaoWorkflow.Local.KakaoPay;

/// <summary>
/// A request's JSON object, read field by field. What nobody asked for is refused at the end, so a misspelt field is
/// never silently ignored. The simulator reads the wire by itself, not with the client's types, so that a mistake in
/// those shows.
/// </summary>
internal sealed class JsonFields
{
    public const int MaxBodyBytes = 16 * 1024;

    private readonly Dictionary<string, JsonElement> _rest;

    private JsonFields(JsonElement root) =>
        _rest = root.EnumerateObject().ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);

    public static async Task<JsonFields> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
            throw new InvalidFieldException("Content-Type", "must be application/json");
        var body = new byte[MaxBodyBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(
            body, body.Length, throwOnEndOfStream: false, cancellationToken);
        if (length > MaxBodyBytes)
            throw new InvalidFieldException("body", $"is larger than {MaxBodyBytes} bytes");
        try
        {
            using var document = JsonDocument.Parse(
                body.AsMemory(0, length), new JsonDocumentOptions { AllowDuplicateProperties = false });
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new JsonFields(document.RootElement.Clone())
                : throw new InvalidFieldException("body", "must be a JSON object");
        }
        catch (JsonException error)
        {
            throw new InvalidFieldException(
                "body", $"is not JSON (line {error.LineNumber}, byte {error.BytePositionInLine})");
        }
    }

    public string Text(string name, int maxLength) =>
        OptionalText(name, maxLength) ?? throw new InvalidFieldException(name, "is missing");

    public string? OptionalText(string name, int maxLength)
    {
        if (!Take(name, out var value))
            return null;
        if (value.ValueKind != JsonValueKind.String)
            throw new InvalidFieldException(name, "must be a text");
        var text = value.GetString()!;
        if (string.IsNullOrWhiteSpace(text))
            throw new InvalidFieldException(name, "is empty");
        return text.Length <= maxLength
            ? text
            : throw new InvalidFieldException(name, $"is longer than {maxLength} characters");
    }

    public long Integer(string name, long min, long max) =>
        OptionalInteger(name, min, max) ?? throw new InvalidFieldException(name, "is missing");

    public long? OptionalInteger(string name, long min, long max)
    {
        if (!Take(name, out var value))
            return null;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out var number))
            throw new InvalidFieldException(name, "must be an integer");
        return number >= min && number <= max
            ? number
            : throw new InvalidFieldException(name, $"must be {min} to {max}");
    }

    public bool? OptionalFlag(string name)
    {
        if (!Take(name, out var value))
            return null;
        return value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : throw new InvalidFieldException(name, "must be true or false");
    }

    /// <summary>Takes a field whose content is not looked at, of this kind.</summary>
    public void Ignore(string name, JsonValueKind kind)
    {
        if (Take(name, out var value) && value.ValueKind != kind)
            throw new InvalidFieldException(name, $"must be of the JSON type {kind}");
    }

    public void RefuseOthers()
    {
        if (_rest.Count > 0)
            throw new InvalidFieldException(
                _rest.Keys.Order(StringComparer.Ordinal).First(), "is not a field of this request");
    }

    private bool Take(string name, out JsonElement value) =>
        _rest.Remove(name, out value) && value.ValueKind != JsonValueKind.Null;
}
