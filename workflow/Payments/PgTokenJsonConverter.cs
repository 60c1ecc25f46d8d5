using System.Text.Json;
using System.Text.Json.Serialization;

namespace KakaoWorkflow.Payments;

/// <summary>Reads and writes a <see cref="PgToken"/> as its bare text.</summary>
public sealed class PgTokenJsonConverter : JsonConverter<PgToken>
{
    /// <inheritdoc />
    public override PgToken Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PgToken.TryCreate(reader.TokenType == JsonTokenType.String ? reader.GetString() : null, out var token)
            ? token
            : throw new JsonException("pg_token is not a token.");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, PgToken value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
