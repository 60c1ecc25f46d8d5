using System.Globalization;
using System.Text;

namespace KakaoWorkflow.Texts;

/// <summary>What a person typed, made plain enough to be compared with what a program expects.</summary>
internal static class TypedText
{
    /// <summary>The longest text that is looked at, in UTF-16 code units. A chat message is far shorter.</summary>
    public const int MaxLength = 1_000;

    /// <summary>
    /// Full-width forms and the minus sign become ASCII, letters lower case, invisible marks (zero-width, text
    /// direction, control) vanish, and a run of white space becomes one space, none at the ends. Applying it twice
    /// changes nothing more.
    /// </summary>
    /// <returns>False when the text is longer than <see cref="MaxLength"/>.</returns>
    public static bool TryClean(string text, out string clean)
    {
        clean = "";
        if (text.Length > MaxLength)
            return false;
        var builder = new StringBuilder(text.Length);
        foreach (var typed in text)
        {
            var plain = Plain(typed);
            if (plain == ' ' && (builder.Length == 0 || builder[^1] == ' '))
                continue;
            if (plain != '\0')
                builder.Append(plain);
        }
        clean = builder.ToString().TrimEnd();
        return true;
    }

    /// <summary>NUL stands for a mark that is left out.</summary>
    private static char Plain(char typed) => typed switch
    {
        >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(typed - 0xFEE0)),
        '\u2212' => '-',
        _ when char.IsWhiteSpace(typed) => ' ',
        _ => IsInvisible(typed) ? '\0' : char.ToLowerInvariant(typed),
    };

    private static bool IsInvisible(char typed) =>
        char.GetUnicodeCategory(typed) is UnicodeCategory.Control or UnicodeCategory.Format;
}
