using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using KakaoWorkflow.Texts;

namespace KakaoWorkflow.Members;

/// <summary>
/// A Korean mobile number: 010 and 8 digits, or 011, 016, 017, 018, 019 and 7 or 8 digits. It prints itself masked, so
/// that it cannot slip into a log; <see cref="Digits"/> has to be asked for. Compared by its digits.
/// </summary>
[DebuggerDisplay("{Masked}")]
public readonly record struct PhoneNumber
{
    private const string CountryCode = "82";

    /// <summary>
    /// What people put between groups, Korean keyboards included (ㅡ, ㆍ, 一); the hyphen first, so that it can stand in a
    /// character class.
    /// </summary>
    internal const string Separators =
        "-_~ ./()\u00B7\u2010\u2011\u2012\u2013\u2014\u2015\u2022\u2027\u2043\u2212\u2219\u223C\u2500\u2501"
        + "\u3002\u301C\u30FB\u30FC\u3030\u3161\u318D\u119E\u4E00\uFF65";

    /// <summary>The ways to dial out, of which one may stand before the country code.</summary>
    private static readonly string[] DialOuts = ["00700", "001", "002", "005", "006", "008", "00"];

    private readonly string? _digits;

    private PhoneNumber(string digits) => _digits = digits;

    /// <summary>10 or 11 digits, beginning with 01, nothing else.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default</c> and no number.</exception>
    [JsonIgnore]
    public string Digits => _digits ?? throw new InvalidOperationException("There is no phone number.");

    /// <summary>The last four digits: all that is stored and shown of the subscriber's number.</summary>
    public string LastFour => Digits[^4..];

    /// <summary>What stands before the last four digits when it is shown: <c>010-****</c>, <c>011-***</c>.</summary>
    public string MaskedPrefix => $"{Digits[..3]}-{new string('*', Digits.Length - 7)}";

    /// <summary>As customers are shown it: <c>010-****-5678</c>.</summary>
    public string Masked => $"{MaskedPrefix}-{LastFour}";

    /// <summary>
    /// Reads a text that is a phone number and nothing else. Separators, full-width digits, invisible marks and the
    /// country code (<c>+82 10-…</c>, <c>8210…</c>, <c>+82 010-…</c>, <c>0082 10-…</c>, <c>00182…</c>) are understood; anything
    /// else in it is refused.
    /// </summary>
    /// <returns>False when the text is null or no Korean mobile number.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out PhoneNumber number)
    {
        number = default;
        if (text is null || !TypedText.TryClean(text, out var clean))
            return false;
        var digits = WithoutCountryCode(WithoutSeparators(clean));
        if (!IsMobile(digits))
            return false;
        number = new PhoneNumber(digits);
        return true;
    }

    /// <summary>Reads a text that must be a phone number, by the same rules as <see cref="TryParse"/>.</summary>
    /// <exception cref="FormatException">It is none; the message does not hold the text.</exception>
    public static PhoneNumber Parse(string text) =>
        TryParse(text, out var number) ? number : throw new FormatException("The text is not a Korean mobile number.");

    /// <summary>The same as <see cref="Masked"/>; empty for <c>default</c>.</summary>
    public override string ToString() => _digits is null ? "" : Masked;

    private static string WithoutSeparators(string clean) =>
        string.Concat(clean.Where(character => !Separators.Contains(character)));

    private static string WithoutCountryCode(string compact)
    {
        var number = compact.AsSpan(compact.StartsWith('+') ? 1 : DialOutLength(compact));
        if (!number.StartsWith(CountryCode, StringComparison.Ordinal))
            return compact;
        var national = number[CountryCode.Length..];
        return national.StartsWith('0') ? national.ToString() : $"0{national}";
    }

    private static int DialOutLength(string compact) =>
        DialOuts.FirstOrDefault(dialOut => compact.StartsWith(dialOut + CountryCode, StringComparison.Ordinal))?.Length ?? 0;

    private static bool IsMobile(string digits) =>
        digits.Length is 10 or 11
        && !digits.AsSpan().ContainsAnyExceptInRange('0', '9')
        && digits is ['0', '1', '0' or '1' or '6' or '7' or '8' or '9', ..]
        && (digits.Length == 11 || digits[2] != '0');
}
