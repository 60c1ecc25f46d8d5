using System.Text.Json;
using System.Text.Json.Serialization;

namespace KakaoWorkflow.KakaoPay;

/// <summary>Reads and writes a <see cref="PaymentStatus"/> as its name.</summary>
public sealed class PaymentStatusJsonConverter : JsonConverter<PaymentStatus>
{
    /// <inheritdoc />
    public override PaymentStatus Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.GetString() is { Length: > 0 } name
            ? new PaymentStatus(name)
            : throw new JsonException("A payment status is a text.");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, PaymentStatus value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Name);
}
