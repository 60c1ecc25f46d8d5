using System.Text.Json;
using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.Sqs.Protocol;

/// <summary>
/// Reads a JSON object member by member and refuses what nobody asked for: a misspelt member must not pass for one
/// that was left out. A null value is an absent member, as in AWS's clients.
/// </summary>
internal sealed class RequestReader
{
    private readonly JsonObject _json;
    private readonly string _path;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public RequestReader(JsonObject json, string path = "") => (_json, _path) = (json, path);

    public string Text(string name) => OptionalText(name) ?? throw SqsErrors.MissingParameter(PathOf(name));

    public string? OptionalText(string name) => Find(name) is { } value ? TextOf(value, PathOf(name)) : null;

    public int Number(string name) => OptionalNumber(name) ?? throw SqsErrors.MissingParameter(PathOf(name));

    public int? OptionalNumber(string name)
    {
        if (Find(name) is not { } value)
            return null;
        return value.GetValueKind() == JsonValueKind.Number && int.TryParse(value.ToJsonString(), out var result)
            ? result
            : throw SqsErrors.Malformed($"{PathOf(name)} must be a whole number.");
    }

    /// <summary>A list of texts; empty when it is absent.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        [.. List(name).Select((item, index) => TextOf(item, $"{PathOf(name)}[{index}]"))];

    /// <summary>A list of objects; empty when it is absent.</summary>
    public IReadOnlyList<RequestReader> Objects(string name) =>
        [.. List(name).Select((item, index) => ObjectOf(item, $"{PathOf(name)}[{index}]"))];

    /// <summary>Texts by name; empty when it is absent.</summary>
    public IReadOnlyDictionary<string, string> TextMap(string name) => Map(name, TextOf);

    /// <summary>Objects by name; empty when it is absent.</summary>
    public IReadOnlyDictionary<string, RequestReader> ObjectMap(string name) => Map(name, ObjectOf);

    /// <summary>Refuses members that were not asked for.</summary>
    public void End()
    {
        foreach (var (name, _) in _json)
        {
            if (!_known.Contains(name))
                throw SqsErrors.InvalidParameterValue($"{PathOf(name)} is not a member of this request.");
        }
    }

    private JsonArray List(string name) => Find(name) switch
    {
        null => [],
        JsonArray array => array,
        _ => throw SqsErrors.Malformed($"{PathOf(name)} must be a list."),
    };

    private Dictionary<string, T> Map<T>(string name, Func<JsonNode?, string, T> read)
    {
        var result = new Dictionary<string, T>(StringComparer.Ordinal);
        if (Find(name) is not { } value)
            return result;
        // Reading the map as an object of its own finds repeated keys.
        foreach (var (key, item) in ObjectOf(value, PathOf(name))._json)
            result[key] = read(item, $"{PathOf(name)}.{key}");
        return result;
    }

    private static string TextOf(JsonNode? value, string path) =>
        value is JsonValue text && text.TryGetValue<string>(out var result)
            ? result
            : throw SqsErrors.Malformed($"{path} must be a text.");

    private static RequestReader ObjectOf(JsonNode? value, string path) =>
        value is JsonObject json ? new RequestReader(json, path) : throw SqsErrors.Malformed($"{path} must be an object.");

    private JsonNode? Find(string name)
    {
        _known.Add(name);
        return _json[name];
    }

    private string PathOf(string name) => _path.Length == 0 ? name : $"{_path}.{name}";
}
