using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.AwsJson;

namespace KakaoWorkflow.Emulator.Sqs.Protocol;

/// <summary>
/// Reads a JSON object member by member and refuses what nobody asked for: a misspelt member must not pass for one
/// that was left out. A null value is an absent member, as in AWS's clients.
/// </summary>
internal sealed class RequestReader(JsonObject json, string path = "") : MemberReader(json)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public string Text(string name) => OptionalText(name) ?? throw SqsErrors.MissingParameter(PathOf(name));

    public int Number(string name) => OptionalNumber(name) ?? throw SqsErrors.MissingParameter(PathOf(name));

    /// <summary>A list of texts; empty when it is absent.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        [.. (List(name) ?? []).Select((item, index) => TextOf(item, $"{name}[{index}]"))];

    /// <summary>A list of objects; empty when it is absent.</summary>
    public IReadOnlyList<RequestReader> Objects(string name) =>
        [.. (List(name) ?? []).Select((item, index) => ObjectOf(item, $"{name}[{index}]"))];

    /// <summary>Texts by name; empty when it is absent.</summary>
    public IReadOnlyDictionary<string, string> TextMap(string name) => Map(name, TextOf);

    /// <summary>Objects by name; empty when it is absent.</summary>
    public IReadOnlyDictionary<string, RequestReader> ObjectMap(string name) => Map(name, ObjectOf);

    /// <summary>Refuses members that were not asked for.</summary>
    public void End()
    {
        foreach (var (name, _) in Json)
        {
            if (!_known.Contains(name))
                throw SqsErrors.InvalidParameterValue($"{PathOf(name)} is not a member of this request.");
        }
    }

    protected override JsonNode? Find(string name)
    {
        _known.Add(name);
        return base.Find(name);
    }

    protected override AwsJsonException WrongType(string name, string wanted) => SqsErrors.Malformed($"{PathOf(name)} must be {wanted}.");

    private Dictionary<string, T> Map<T>(string name, Func<JsonNode?, string, T> read)
    {
        var result = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (key, item) in Object(name) ?? [])
            result[key] = read(item, $"{name}.{key}");
        return result;
    }

    private string TextOf(JsonNode? value, string name) => Read<string>(value, name, "a string");

    private RequestReader ObjectOf(JsonNode? value, string name) =>
        value is JsonObject members ? new(members, PathOf(name)) : throw WrongType(name, "an object");

    private string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";
}
