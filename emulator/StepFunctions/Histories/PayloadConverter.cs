using System.Text.Json;
using System.Text.Json.Serialization;

namespace KakaoWorkflow.Emulator.StepFunctions.Histories;

/// <summary>Stores a value as a JSON string that holds the text, so that the text comes back byte for byte.</summary>
internal sealed class PayloadConverter : JsonConverter<Payload>
{
    /// <inheritdoc />
    public override Payload Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Payload.Stored(reader.GetString()!);

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Payload value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Text);
}
