using System.Globalization;
using System.Text;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Paths;

/// <summary>
/// What a variable may be called: a Unicode identifier (UAX #31) of at most 80 characters, but not <c>states</c>.
/// </summary>
internal static class VariableName
{
    /// <summary>The longest name.</summary>
    public const int MaxLength = 80;

    /// <summary>Whether a variable may have this name.</summary>
    public static bool IsValid(string name) =>
        name.Length is > 0 and <= MaxLength && name != "states" && LengthAt(name, 0) == name.Length;

    /// <summary>How many chars of an identifier start at the position; 0 for none.</summary>
    internal static int LengthAt(string text, int start)
    {
        var position = start;
        while (position < text.Length
            && Rune.TryGetRuneAt(text, position, out var rune)
            && Continues(rune, isFirst: position == start))
            position += rune.Utf16SequenceLength;
        return position - start;
    }

    private static bool Continues(Rune rune, bool isFirst) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber => true,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber
            or UnicodeCategory.ConnectorPunctuation => !isFirst,
        _ => false,
    };
}
