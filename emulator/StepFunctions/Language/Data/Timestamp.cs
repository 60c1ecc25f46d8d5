using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Data;

/// <summary>
/// The timestamps of the language: RFC 3339 with an uppercase T, and an uppercase Z where there is no offset.
/// </summary>
internal static class Timestamp
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";
    private const int UntilSeconds = 19;
    private const int OffsetLength = 6;
    private const int DotAndTickDigits = 8;

    /// <summary>Reads a timestamp; fractions finer than 100 nanoseconds are cut off.</summary>
    public static bool TryParse(string text, out DateTimeOffset value)
    {
        value = default;
        var zoneLength = text.EndsWith('Z') ? 1 : OffsetLength;
        if (text.Length < UntilSeconds + zoneLength)
            return false;
        var zone = text[^zoneLength..];
        var fraction = text[UntilSeconds..^zoneLength];
        if (zone[0] is not ('Z' or '+' or '-'))
            return false;
        if (fraction.Length == 1 || (fraction.Length > 1 && (fraction[0] != '.' || !fraction.Skip(1).All(char.IsAsciiDigit))))
            return false;
        var exact = text[..UntilSeconds] + fraction[..Math.Min(fraction.Length, DotAndTickDigits)] + zone;
        return DateTimeOffset.TryParseExact(exact, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
    }

    internal static bool TryRead(JsonNode? node, out DateTimeOffset value)
    {
        value = default;
        return node is not null && node.GetValueKind() == JsonValueKind.String && TryParse(node.GetValue<string>(), out value);
    }
}
