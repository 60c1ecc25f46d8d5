using System.Globalization;
using KakaoWorkflow.Texts;

namespace KakaoWorkflow.Skills.Inputs;

/// <summary>Reads a whole number as people and the chatbot write it, with what may stand around it.</summary>
/// <param name="counters">Words that count, in lower case: at most one of them may follow the number.</param>
internal sealed class NumberWords(params IReadOnlyList<string> counters)
{
    private const int GroupLength = 3;

    private readonly string[] _counters = [.. counters.OrderByDescending(counter => counter.Length)];

    /// <summary>
    /// The number, which may be negative or larger than a <see cref="long"/>: bounds are the caller's.
    /// </summary>
    public Reading<decimal> Read(string? text)
    {
        if (text is null)
            return InputRefusal.Missing;
        if (!TypedText.TryClean(text, out var clean))
            return InputRefusal.TooLarge;
        if (clean.Length == 0)
            return InputRefusal.Missing;
        if (clean[0] == '{')
            return NumberEntity.Read(clean);
        foreach (var core in SpokenWords.CoresOf(clean))
        {
            var reading = ReadCounted(core);
            if (reading.Refusal is not InputRefusal.NotUnderstood)
                return reading;
        }
        return InputRefusal.NotUnderstood;
    }

    private Reading<decimal> ReadCounted(string core)
    {
        var reading = ReadNumber(core, isCounted: false);
        foreach (var counter in _counters)
        {
            if (reading.Refusal is not InputRefusal.NotUnderstood)
                break;
            if (core.EndsWith(counter, StringComparison.Ordinal))
                reading = ReadNumber(core[..^counter.Length], isCounted: true);
        }
        return reading;
    }

    private static Reading<decimal> ReadNumber(string number, bool isCounted)
    {
        if (KoreanNumeral.TryRead(number, isCounted, out var value))
            return (decimal)value;
        return number.Length > 0 && IsDigits(number)
            ? FromDigits(number.Replace(",", "", StringComparison.Ordinal))
            : InputRefusal.NotUnderstood;
    }

    internal static Reading<decimal> FromDigits(string number)
    {
        const NumberStyles Styles =
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!decimal.TryParse(number, Styles, CultureInfo.InvariantCulture, out var value))
            return number.StartsWith('-') ? InputRefusal.TooSmall : InputRefusal.TooLarge;
        return decimal.IsInteger(value) ? value : InputRefusal.NotWhole;
    }

    /// <summary>
    /// A sign, digits, thousands separators in the right places or none, and a fraction: all but the digits optional.
    /// </summary>
    private static bool IsDigits(string number)
    {
        var unsigned = number.AsSpan(number[0] is '-' or '+' ? 1 : 0);
        var point = unsigned.IndexOf('.');
        var whole = point < 0 ? unsigned : unsigned[..point];
        if (point >= 0 && !IsRun(unsigned[(point + 1)..]))
            return false;
        var comma = whole.IndexOf(',');
        if (comma < 0)
            return IsRun(whole);
        if (comma > GroupLength || !IsRun(whole[..comma]))
            return false;
        var groups = whole[(comma + 1)..];
        foreach (var group in groups.Split(','))
        {
            var digits = groups[group];
            if (digits.Length != GroupLength || !IsRun(digits))
                return false;
        }
        return true;
    }

    private static bool IsRun(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');
}
