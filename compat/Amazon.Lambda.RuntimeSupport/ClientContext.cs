using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

internal sealed record ClientContext(
    IClientApplication Client, IDictionary<string, string> Custom, IDictionary<string, string> Environment) : IClientContext
{
    /// <summary>Reads the header's document; null without one.</summary>
    public static ClientContext Parse(string json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return null;
        }

        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new ClientContext(
            root.TryGetProperty("client", out var client) ? ClientApplication.Read(client) : null,
            Map(root, "custom"),
            Map(root, "env"));
    }

    private static Dictionary<string, string> Map(JsonElement root, string name) =>
        root.TryGetProperty(name, out var map) && map.ValueKind == JsonValueKind.Object
            ? map.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.ToString())
            : [];
}
