using System.Globalization;

namespace KakaoWorkflow.Skills.Inputs;

/// <summary>
/// Reads Korean number words without spaces: native ones up to ninety-nine (하나, 열두, 스무, 서른셋), and Sino-Korean ones
/// below a hundred million, whose digits may be written as such (이천, 만오천, 5천, 1만5천).
/// </summary>
internal static class KoreanNumeral
{
    private const int MaxLength = 32;
    private const int TenThousand = 10_000;

    private static readonly Dictionary<string, int> NativeOnes = new()
    {
        ["하나"] = 1,
        ["둘"] = 2,
        ["셋"] = 3,
        ["넷"] = 4,
        ["다섯"] = 5,
        ["여섯"] = 6,
        ["일곱"] = 7,
        ["여덟"] = 8,
        ["아홉"] = 9,
    };

    /// <summary>The forms that stand before a counter only. Alone they are other words: 네 is yes, 한 is about.</summary>
    private static readonly Dictionary<string, int> NativeDeterminers = new()
    {
        ["한"] = 1,
        ["두"] = 2,
        ["세"] = 3,
        ["석"] = 3,
        ["네"] = 4,
        ["넉"] = 4,
    };

    private static readonly Dictionary<string, int> NativeTens = new()
    {
        ["열"] = 10,
        ["스물"] = 20,
        ["서른"] = 30,
        ["마흔"] = 40,
        ["쉰"] = 50,
        ["예순"] = 60,
        ["일흔"] = 70,
        ["여든"] = 80,
        ["아흔"] = 90,
    };

    /// <summary>Reads a number word.</summary>
    /// <param name="word">Without spaces.</param>
    /// <param name="isCounted">
    /// Whether a counter follows. Without one a determiner (두, 네) and a single Sino-Korean digit (이, 일, 오) are no
    /// numbers: each is another word as well.
    /// </param>
    /// <param name="value">The number.</param>
    public static bool TryRead(string word, bool isCounted, out int value)
    {
        value = 0;
        if (word.Length is 0 or > MaxLength)
            return false;
        if (NativeValue(word, isCounted) is { } native)
        {
            value = native;
            return true;
        }
        return (isCounted || word.Length > 1 || DigitOf(word[0]) is null or 0) && TrySino(word, out value);
    }

    private static int? NativeValue(string word, bool isCounted)
    {
        if (word == "스무")
            return 20;
        if (NativeTens.TryGetValue(word, out var value) || NativeOnes.TryGetValue(word, out value))
            return value;
        if (NativeDeterminers.TryGetValue(word, out value))
            return isCounted ? value : null;
        foreach (var (ten, tens) in NativeTens)
        {
            if (word.StartsWith(ten, StringComparison.Ordinal)
                && (NativeOnes.TryGetValue(word[ten.Length..], out value) || NativeDeterminers.TryGetValue(word[ten.Length..], out value)))
            {
                return tens + value;
            }
        }
        return null;
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
