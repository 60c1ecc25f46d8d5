using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport;

internal static class JsonElementExtensions
{
    public static string TextOrNull(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
