using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using KakaoWorkflow.Emulator.AwsJson;
using KakaoWorkflow.Emulator.StepFunctions.Language.Data;

namespace KakaoWorkflow.Emulator.StepFunctions.Histories;

/// <summary>
/// A JSON value as the text that histories show and as the node that states compute with; each is made from the
/// other when it is first asked for. The node is shared and must not be changed.
/// </summary>
[JsonConverter(typeof(Converter))]
internal sealed class Payload : IEquatable<Payload>
{
    private string? _text;
    private JsonNode? _node;
    private bool _hasNode;

    private Payload(string? text, JsonNode? node, bool hasNode)
    {
        _text = text;
        _node = node;
        _hasNode = hasNode;
    }

    /// <summary>The value as text.</summary>
    public string Text => _text ??= JsonText.Write(_node);

    /// <summary>The value as a node; null for JSON's null.</summary>
    /// <exception cref="JsonException">The text is not JSON (only for values from <see cref="Stored"/>).</exception>
    public JsonNode? Node
    {
        get
        {
            if (!_hasNode)
            {
                _node = JsonText.ParseOwn(_text!);
                _hasNode = true;
            }
            return _node;
        }
    }

    /// <summary>A value that a state has computed.</summary>
    public static Payload Of(JsonNode? node) => new(null, node, hasNode: true);

    /// <summary>A text that is known to be JSON, because it was written here; it is parsed only when its node is needed.</summary>
    public static Payload Stored(string text) => new(text, null, hasNode: false);

    /// <summary>A text from outside, kept as it was written, but for half surrogate pairs: they become U+FFFD.</summary>
    /// <exception cref="JsonException">The text is not JSON, or an object in it has a key twice.</exception>
    public static Payload Parse(string text) => new(HalfSurrogates.Mend(text), JsonText.Parse(text), hasNode: true);

    /// <inheritdoc />
    public bool Equals(Payload? other) => other is not null && Text == other.Text;

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Payload);

    /// <inheritdoc />
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => Text;

    /// <summary>Stores a value as a JSON string that holds the text, so that the text comes back byte for byte.</summary>
    internal sealed class Converter : JsonConverter<Payload>
    {
        /// <inheritdoc />
        public override Payload Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Payload.Stored(reader.GetString()!);

        /// <inheritdoc />
        public override void Write(Utf8JsonWriter writer, Payload value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Text);
    }
}
