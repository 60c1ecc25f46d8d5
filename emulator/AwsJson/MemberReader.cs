using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.AwsJson;

/// <summary>
/// Reads the members of a JSON object by name and type. A null value is an absent member, as in AWS's clients; a value of another
/// type is refused.
/// </summary>
internal abstract class MemberReader(JsonObject json)
{
    protected JsonObject Json { get; } = json;

    public bool Has(string name) => Find(name) is not null;

    public string? OptionalText(string name) => Find(name) is { } value ? Read<string>(value, name, "a string") : null;

    public int? OptionalNumber(string name) => Find(name) is { } value ? Read<int>(value, name, "a whole number") : null;

    public bool? Flag(string name) => Find(name) is { } value ? Read<bool>(value, name, "true or false") : null;

    public JsonObject? Object(string name) =>
        Find(name) is { } value ? value as JsonObject ?? throw WrongType(name, "an object") : null;

    public JsonArray? List(string name) =>
        Find(name) is { } value ? value as JsonArray ?? throw WrongType(name, "a list") : null;

    /// <summary>A member's value; null when it is absent.</summary>
    protected virtual JsonNode? Find(string name) => Json[name];

    /// <summary>The error for a member of another type.</summary>
    protected abstract AwsJsonException WrongType(string name, string wanted);

    protected T Read<T>(JsonNode? value, string name, string wanted) =>
        value is JsonValue scalar && scalar.TryGetValue<T>(out var result) ? result : throw WrongType(name, wanted);
}
