using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.StepFunctions.Protocol;

/// <summary>Times on the wire: seconds since 1970 with milliseconds as the fraction.</summary>
internal static class Timestamps
{
    public static JsonNode ToWire(this DateTimeOffset time) => JsonValue.Create(time.ToUnixTimeMilliseconds() / 1000m);
}
