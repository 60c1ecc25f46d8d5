using System.Globalization;
using System.Text;

namespace KakaoWorkflow.Emulator.AwsJson;

/// <summary>
/// Mends JSON text in which half of a surrogate pair stands alone, as it is left when a text is cut in the middle of an emoji.
/// It is valid JSON that .NET cannot read as a string; each half becomes U+FFFD, as in every decoder that replaces.
/// </summary>
internal static class HalfSurrogates
{
    private const char Replacement = '\uFFFD';
    private const int EscapeLength = 6;

    /// <summary>The text with each half replaced; the same text where there is none. Halves count whether escaped or not.</summary>
    /// <param name="json">JSON, or any other text.</param>
    public static string Mend(string json)
    {
        StringBuilder? mended = null;
        var kept = 0;
        for (var at = 0; at < json.Length;)
        {
            var length = UnitLength(json, at, out var unit);
            if (!char.IsSurrogate(unit))
            {
                at += length;
                continue;
            }
            var second = '\0';
            var rest = at + length < json.Length ? UnitLength(json, at + length, out second) : 0;
            if (rest > 0 && char.IsSurrogatePair(unit, second))
            {
                at += length + rest;
                continue;
            }
            mended ??= new StringBuilder(json.Length);
            mended.Append(json, kept, at - kept).Append(Replacement);
            at += length;
            kept = at;
        }
        return mended is null ? json : mended.Append(json, kept, json.Length - kept).ToString();
    }

    /// <summary>How many characters of the text give one UTF-16 unit: six for an escape, two for a shorter one, else one.</summary>
    private static int UnitLength(string json, int at, out char unit)
    {
        unit = json[at];
        if (unit != '\\' || at + 1 >= json.Length)
            return 1;
        unit = '\\';
        if (json[at + 1] != 'u' || at + EscapeLength > json.Length
            || !ushort.TryParse(json.AsSpan(at + 2, EscapeLength - 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            return 2;
        }
        unit = (char)code;
        return EscapeLength;
    }
}
