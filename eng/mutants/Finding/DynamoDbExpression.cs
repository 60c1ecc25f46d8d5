using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace KakaoWorkflow.Mutants.Finding;

/// <summary>
/// Weakens a condition or an update that is written for DynamoDB. A part of a condition is not cut out but made always true, and
/// an attribute is not left unset but set under another name: DynamoDB refuses values that no expression uses, and a test that
/// notices only this would notice nothing.
/// </summary>
internal static partial class DynamoDbExpression
{
    private const string Always = " OR attribute_exists(PK) OR attribute_not_exists(PK))";

    /// <summary>The changes of an expression; none when the text is none.</summary>
    /// <param name="text">The text between the quotes, as it is in the source: holes of an interpolated text are <c>{…}</c>.</param>
    public static IEnumerable<Change> Changes(string text)
    {
        if (UpdateStart().IsMatch(text))
            return Renames(text);
        return ConditionSign().IsMatch(text) ? [.. Parts(text).Select(part => Weaken(text, part)), .. Comparisons(text)] : [];
    }

    private static Change Weaken(string text, TextSpan part)
    {
        var before = text.Substring(part.Start, part.Length);
        return new Change(part, $"({before}{Always}", before.Trim(), "always true");
    }

    private static IEnumerable<Change> Renames(string text)
    {
        foreach (Match match in Assignment().Matches(text))
            yield return new Change(Span(match.Groups["name"]), match.Groups["name"].Value + "Dropped", "SET " + match.Groups["name"].Value, "not set");
        foreach (Match match in Removal().Matches(text))
        {
            foreach (Capture name in match.Groups["name"].Captures)
                yield return new Change(new TextSpan(name.Index, name.Length), name.Value + "Dropped", "REMOVE " + name.Value, "not removed");
        }
        foreach (Match match in Sign().Matches(text))
            yield return Swap(match, match.Groups["sign"].Value == "+" ? "-" : "+", "sign");
    }

    private static IEnumerable<Change> Comparisons(string text)
    {
        foreach (Match match in Comparison().Matches(text))
            yield return Swap(match, match.Groups["sign"].Value switch { "=" => "<>", "<>" => "=", ">=" => ">", "<=" => "<", ">" => ">=", _ => "<=" }, "sign");
        foreach (Match match in Existence().Matches(text))
            yield return Swap(match, match.Groups["name"].Value == "attribute_exists" ? "attribute_not_exists" : "attribute_exists", "name");
    }

    private static Change Swap(Match match, string other, string group)
    {
        var (changed, start) = (match.Groups[group], match.Index);
        return new Change(Span(changed), other, match.Value,
            match.Value[..(changed.Index - start)] + other + match.Value[(changed.Index - start + changed.Length)..]);
    }

    /// <summary>The parts between the ANDs that stand outside of brackets; what is within brackets is one part.</summary>
    private static IEnumerable<TextSpan> Parts(string text)
    {
        var (depth, start) = (0, 0);
        for (var index = 0; index <= text.Length; index++)
        {
            if (index == text.Length || (depth == 0 && string.CompareOrdinal(text, index, " AND ", 0, 5) == 0))
            {
                if (text[start..index].Trim().Length > 0)
                    yield return TextSpan.FromBounds(start, index);
                start = index + 5;
                index += index == text.Length ? 0 : 4;
            }
            else
            {
                depth += text[index] is '(' or '{' ? 1 : text[index] is ')' or '}' ? -1 : 0;
            }
        }
    }

    private static TextSpan Span(Group match) => new(match.Index, match.Length);

    [GeneratedRegex("^( ?(SET|REMOVE|ADD) |, )", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex UpdateStart();

    [GeneratedRegex(@"attribute_(not_)?exists\(|(=|<>|<|>) :[a-z]| IN \(:", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex ConditionSign();

    [GeneratedRegex(@"(?<![#:\w])(?<name>[a-z]\w*)(?= = )", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Assignment();

    [GeneratedRegex(@"REMOVE (?<name>[a-z]\w*)(, (?<name>[a-z]\w*))*", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Removal();

    [GeneratedRegex(@"\S+ (?<sign>[+-]) \S+", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Sign();

    [GeneratedRegex(@"[#\w]+ (?<sign>=|<>|>=|<=|>|<) :\w+", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Comparison();

    [GeneratedRegex(@"(?<name>attribute_(not_)?exists)\([^)]*\)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Existence();
}
