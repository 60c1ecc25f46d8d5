using System.Text.Json;

namespace Amazon.StepFunctions.Internal;

/// <summary>Reads members of an answer. A member that is missing or null gives null; members that nothing asks for are ignored.</summary>
internal static class JsonElementReading
{
    public static string Text(this JsonElement json, string name) => Member(json, name)?.GetString();

    public static int? Number(this JsonElement json, string name) => Member(json, name)?.GetInt32();

    public static long? LongNumber(this JsonElement json, string name) => Member(json, name)?.GetInt64();

    public static bool? Flag(this JsonElement json, string name) => Member(json, name)?.GetBoolean();

    /// <summary>Reads seconds since 1970 with a fraction, down to the millisecond.</summary>
    public static DateTime? Time(this JsonElement json, string name) =>
        Member(json, name) is { } value ? DateTime.UnixEpoch.AddMilliseconds(Math.Round(value.GetDouble() * 1000)) : null;

    public static T Object<T>(this JsonElement json, string name, Func<JsonElement, T> read)
        where T : class =>
        Member(json, name) is { } value ? read(value) : null;

    public static List<T> List<T>(this JsonElement json, string name, Func<JsonElement, T> read) =>
        Member(json, name) is { } value ? [.. value.EnumerateArray().Select(read)] : null;

    public static Dictionary<string, string> TextMap(this JsonElement json, string name) =>
        Member(json, name)?.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.GetString());

    private static JsonElement? Member(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;
}
