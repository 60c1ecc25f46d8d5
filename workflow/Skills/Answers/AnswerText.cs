using System.Globalization;

namespace KakaoWorkflow.Skills.Answers;

/// <summary>How long a text is for KakaoTalk, and how to shorten it.</summary>
/// <remarks>
/// The platform's guide does not say what it counts as a character. UTF-16 code units are taken: of code units, code
/// points and grapheme clusters there are never fewer code units, so what fits by this count fits by any.
/// </remarks>
public static class AnswerText
{
    private const string Ellipsis = "…";

    /// <summary>The length that is checked against the limits, in UTF-16 code units.</summary>
    public static int Length(string text) => text.Length;

    /// <summary>
    /// The text as it is when it fits, else its beginning and <c>…</c>, together at most <paramref name="maxLength"/>.
    /// Nothing that reads as one character is cut in two, so the outcome may be shorter than allowed.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="maxLength">In UTF-16 code units, at least 1.</param>
    public static string Truncate(string text, int maxLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 1);
        if (text.Length <= maxLength)
            return text;
        var kept = 0;
        while (true)
        {
            var next = StringInfo.GetNextTextElementLength(text, kept);
            if (kept + next > maxLength - Ellipsis.Length)
                return string.Concat(text.AsSpan(0, kept).TrimEnd(), Ellipsis);
            kept += next;
        }
    }
}
