using System.Globalization;

namespace KakaoWorkflow.Skills.Inputs;

/// <summary>
/// Reads Korean number words without spaces: native ones up to nineteen (하나, 두, 열두), and Sino-Korean ones below a
/// hundred million, whose digits may be written as such (이천, 만오천, 5천, 1만5천).
/// </summary>
internal static class KoreanNumeral
{
    private const int MaxLength = 32;
    private const int TenThousand = 10_000;

    private static readonly Dictionary<string, int> Native = new()
    {
        ["하나"] = 1,
        ["한"] = 1,
        ["둘"] = 2,
        ["두"] = 2,
        ["셋"] = 3,
        ["세"] = 3,
        ["석"] = 3,
        ["넷"] = 4,
        ["네"] = 4,
        ["넉"] = 4,
        ["다섯"] = 5,
        ["여섯"] = 6,
        ["일곱"] = 7,
        ["여덟"] = 8,
        ["아홉"] = 9,
        ["열"] = 10,
    };

    public static bool TryRead(string word, out int value)
    {
        value = 0;
        if (word.Length is 0 or > MaxLength)
            return false;
        if (NativeValue(word) is { } native)
        {
            value = native;
            return true;
        }
        return TrySino(word, out value);
    }

    private static int? NativeValue(string word)
    {
        if (Native.TryGetValue(word, out var value))
            return value;
        return word[0] == '열' && Native.TryGetValue(word[1..], out var ones) && ones < 10 ? 10 + ones : null;
    }

    private static bool TrySino(string word, out int value)
    {
        value = 0;
        var parts = word.Split('만');
        if (parts.Length > 2)
            return false;
        if (parts.Length == 1)
            return TryBelowTenThousand(word, out value);
        var thousands = 1;
        var rest = 0;
        if (parts[0].Length > 0 && !TryPart(parts[0], out thousands))
            return false;
        if (parts[1].Length > 0 && !TryPart(parts[1], out rest))
            return false;
        value = thousands * TenThousand + rest;
        return true;
    }

    /// <remarks>Beside 만, plain digits are a number too: 10만, 1만5000.</remarks>
    private static bool TryPart(string part, out int value)
    {
        if (part.Length > 4 || part.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return TryBelowTenThousand(part, out value);
        value = int.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture);
        return true;
    }

    /// <remarks>Each unit (천, 백, 십) is smaller than the one before it, and may have a digit before it.</remarks>
    private static bool TryBelowTenThousand(string word, out int value)
    {
        value = 0;
        var digit = -1;
        var lastUnit = TenThousand;
        foreach (var character in word)
        {
            if (DigitOf(character) is { } next)
            {
                if (digit >= 0)
                    return false;
                digit = next;
                continue;
            }
            var unit = UnitOf(character);
            if (unit == 0 || unit >= lastUnit || digit == 0)
                return false;
            value += (digit < 0 ? 1 : digit) * unit;
            lastUnit = unit;
            digit = -1;
        }
        if (digit >= 0)
            value += digit;
        return word.Length > 0 && (digit != 0 || word.Length == 1);
    }

    private static int? DigitOf(char character)
    {
        if (char.IsAsciiDigit(character))
            return character - '0';
        var digit = "영일이삼사오육칠팔구".IndexOf(character, StringComparison.Ordinal);
        return digit < 0 ? null : digit;
    }

    private static int UnitOf(char character) => character switch
    {
        '십' => 10,
        '백' => 100,
        '천' => 1_000,
        _ => 0,
    };
}
