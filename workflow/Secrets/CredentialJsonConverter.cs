using System.Text.Json;
using System.Text.Json.Serialization;

namespace KakaoWorkflow.Secrets;

/// <summary>Reads and writes a <see cref="Credential"/> as its bare text.</summary>
public sealed class CredentialJsonConverter : JsonConverter<Credential>
{
    /// <inheritdoc />
    public override Credential Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Credential value, JsonSerializerOptions options) => writer.WriteStringValue(value.Reveal());
}
