using System.Text.Json;
using System.Text.Json.Serialization;

namespace KakaoWorkflow.Orders;

/// <summary>Reads and writes an <see cref="OrderId"/> as its text.</summary>
public sealed class OrderIdJsonConverter : JsonConverter<OrderId>
{
    /// <inheritdoc />
    public override OrderId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && OrderId.TryParse(reader.GetString(), out var orderId)
            ? orderId
            : throw new JsonException(); // without a message of its own it names the path

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, OrderId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
