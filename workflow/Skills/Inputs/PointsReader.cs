using KakaoWorkflow.Texts;

namespace KakaoWorkflow.Skills.Inputs;

/// <summary>
/// Reads how many points a customer wants to spend: <c>1,000</c>, <c>1000점</c>, <c>5천 포인트</c>, the chatbot's number
/// entity, or words for all of them (<c>전부</c>, <c>모두 사용할게요</c>).
/// </summary>
public static class PointsReader
{
    private static readonly string[] Endings =
        ["이요", "요", "만요", "사용", "사용할게요", "쓸게요", "쓸래요", "써주세요", "할게요", "주세요", "부탁해요"];

    private static readonly NumberWords Words = new(counters: ["점", "포인트", "p", "point", "points", "원"], Endings);

    private static readonly HashSet<string> AllWords = ["전부", "전부다", "모두", "모두다", "다", "전체", "전액", "all"];

    /// <summary>Reads a number of points of at least 0, or all.</summary>
    /// <param name="text">A parameter's text or an utterance; null or blank is missing.</param>
    public static Reading<PointsAsked> Read(string? text)
    {
        if (text is not null && TypedText.TryClean(text, out var clean) && SaysAll(clean))
            return PointsAsked.All;
        if (!Words.Read(text).TryGet(out var number, out var refusal))
            return refusal.Value;
        return number switch
        {
            < 0 => InputRefusal.TooSmall,
            > long.MaxValue => InputRefusal.TooLarge,
            _ => PointsAsked.Of((long)number),
        };
    }

    private static bool SaysAll(string clean)
    {
        var words = clean.Replace(" ", "", StringComparison.Ordinal).TrimEnd('.', '!');
        return AllWords.Contains(words)
            || Endings.Any(ending =>
                words.EndsWith(ending, StringComparison.Ordinal) && AllWords.Contains(words[..^ending.Length]));
    }
}
