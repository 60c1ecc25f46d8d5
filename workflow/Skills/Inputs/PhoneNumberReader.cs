using System.Text;
using System.Text.RegularExpressions;
using KakaoWorkflow.Members;
using KakaoWorkflow.Texts;

namespace KakaoWorkflow.Skills.Inputs;

/// <summary>Finds the customer's phone number in a skill call.</summary>
/// <remarks>
/// The text form of the chatbot's phone number entity is not documented, so every source is read as a person's words:
/// the resolved value first, then the words behind it, then the whole utterance.
/// </remarks>
public static partial class PhoneNumberReader
{
    /// <summary>The name that a parameter for the chatbot's phone number entity has by default.</summary>
    public const string DefaultParam = "sys_phone_number";

    private const int MaxMatches = 10;
    private const string SpokenDigits = "영일이삼사오육칠팔구";
    private const string Separator = "[" + PhoneNumber.Separators + "]{0,3}";

    /// <summary>The number from the first source that has one.</summary>
    /// <param name="request">The call.</param>
    /// <param name="param">The parameter's name in the bot.</param>
    /// <returns>
    /// Missing when all sources are blank. A source that names several numbers ends the search: ambiguous.
    /// </returns>
    public static Reading<PhoneNumber> Read(SkillRequest request, string param = DefaultParam)
    {
        Reading<PhoneNumber> outcome = InputRefusal.Missing;
        foreach (var text in (ReadOnlySpan<string?>)[request.Param(param), request.Origin(param), request.Utterance])
        {
            var reading = Read(text);
            if (reading.IsRead || reading.Refusal is InputRefusal.Ambiguous)
                return reading;
            if (reading.Refusal is not InputRefusal.Missing)
                outcome = reading;
        }
        return outcome;
    }

    /// <summary>The one mobile number that a text is or contains: <c>제 번호는 010-2345-6789예요</c>.</summary>
    /// <param name="text">Null or blank is missing.</param>
    public static Reading<PhoneNumber> Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return InputRefusal.Missing;
        if (!TypedText.TryClean(text, out var clean))
            return InputRefusal.TooLarge;
        if (PhoneNumber.TryParse(clean, out var whole))
            return whole;
        clean = WithDigits(clean);
        var found = Candidate().Matches(clean).Take(MaxMatches)
            .Select(match => PhoneNumber.TryParse(match.Value, out var number) ? number : (PhoneNumber?)null)
            .OfType<PhoneNumber>()
            .Distinct()
            .Take(2)
            .ToList();
        return found switch
        {
            [] => InputRefusal.NotUnderstood,
            [var one] => one,
            _ => InputRefusal.Ambiguous,
        };
    }

    /// <summary>Numbers that were spoken and written down: 공일공 일이삼사에 오육칠팔이에요.</summary>
    private static string WithDigits(string clean)
    {
        if (!clean.Contains("공일", StringComparison.Ordinal) && !clean.Contains("영일", StringComparison.Ordinal))
            return clean;
        var digits = new StringBuilder(SpokenEnd().Replace(clean, ""));
        for (var digit = 0; digit < SpokenDigits.Length; digit++)
            digits.Replace(SpokenDigits[digit], (char)('0' + digit));
        return digits.Replace('공', '0').Replace('에', ' ').ToString();
    }

    [GeneratedRegex("(?:이에요|이예요|이요|입니다)(?=[ .!~]*$)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex SpokenEnd();

    /// <summary>Digits in the groups of a mobile number, not within a longer run of digits.</summary>
    /// <remarks>Every repetition is bounded and so is the text: the time-out is never met.</remarks>
    [GeneratedRegex(
        "(?<![0-9])(?:(?:\\+|00(?:700|[12568])?)?82" + Separator + "0?|0)1[016789]" + Separator + "[0-9]{3,4}" + Separator + "[0-9]{4}(?![0-9])",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Candidate();
}
