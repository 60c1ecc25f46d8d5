using System.Globalization;
using System.Text;
using KakaoWorkflow.Texts;

namespace KakaoWorkflow.Skills.Inputs;

/// <summary>
/// A customer's words without what says nothing: marks and emoji around them, an opening (<c>네, …</c>), and polite endings. What
/// is left is given in every way in which it can be taken, the least shortened first, so that the first that makes sense wins.
/// </summary>
internal static class SpokenWords
{
    /// <summary>The longest words that are looked into, without spaces. A number and its ending are far shorter.</summary>
    private const int MaxLength = 80;

    private const int MaxEndings = 4;
    private const string Marks = "~!?.,^*;:…()♡♥ㆍ·ㅡ";

    private static readonly char[] MarkCharacters = Marks.ToCharArray();

    /// <summary>What the words may come down to; none where they are too long, or nothing but marks.</summary>
    /// <param name="clean">As <see cref="TypedText.TryClean"/> gives it.</param>
    public static IEnumerable<string> CoresOf(string clean)
    {
        foreach (var words in WithAndWithoutOpenings(Undecorated(clean)))
        {
            // A space between two digits is no thousands separator, and not two numbers either.
            if (HasParted(words))
                continue;
            var compact = words.Replace(" ", "", StringComparison.Ordinal);
            if (compact.Length is 0 or > MaxLength)
                continue;
            foreach (var core in Cores(compact))
                yield return core;
        }
    }

    private static IEnumerable<string> WithAndWithoutOpenings(string words)
    {
        yield return words;
        while (true)
        {
            var end = words.AsSpan().IndexOfAny(" ,.!~");
            if (end < 0 || !SpokenEndings.Openings.Contains(words[..end]))
                yield break;
            words = words[end..].TrimStart(' ', ',', '.', '!', '~');
            yield return words;
        }
    }

    private static List<string> Cores(string compact)
    {
        var cores = new List<string> { compact };
        var (from, seen) = (0, new HashSet<string>(StringComparer.Ordinal) { compact });
        for (var taken = 0; taken < MaxEndings; taken++)
        {
            var to = cores.Count;
            for (; from < to; from++)
            {
                foreach (var ending in SpokenEndings.All)
                {
                    if (!SpokenEndings.MayEnd(cores[from], ending))
                        continue;
                    var core = cores[from][..^ending.Length].TrimEnd(MarkCharacters);
                    if (core.Length > 0 && seen.Add(core))
                        cores.Add(core);
                }
            }
        }
        return cores;
    }

    private static string Undecorated(string clean)
    {
        var runes = clean.EnumerateRunes().ToList();
        var (start, end) = (0, runes.Count);
        while (start < end && IsPicture(runes[start]))
            start++;
        while (end > start && IsDecoration(runes[end - 1]))
            end--;
        var words = new StringBuilder();
        for (var index = start; index < end; index++)
            words.Append(runes[index].ToString());
        return words.ToString().Trim();
    }

    private static bool IsDecoration(Rune rune) =>
        IsPicture(rune) || rune.Value is >= 0x3131 and <= 0x318E || (rune.IsBmp && Marks.Contains((char)rune.Value));

    private static bool IsPicture(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
        && rune.Value != Rune.ReplacementChar.Value;

    private static bool HasParted(string words)
    {
        for (var index = 1; index < words.Length - 1; index++)
        {
            if (words[index] == ' ' && char.IsAsciiDigit(words[index - 1]) && char.IsAsciiDigit(words[index + 1]))
                return true;
        }
        return false;
    }
}
