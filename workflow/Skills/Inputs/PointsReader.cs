using KakaoWorkflow.Points;
using KakaoWorkflow.Texts;

namespace KakaoWorkflow.Skills.Inputs;

/// <summary>
/// Reads how many points a customer wants to spend: <c>1,000</c>, <c>1000점</c>, <c>3천점만 쓸게요</c>, the chatbot's number
/// entity, words for all of them (<c>전부</c>, <c>전액 사용해 주세요</c>), or for none (<c>없음</c>, <c>안 쓸래요</c>).
/// </summary>
public static class PointsReader
{
    private static readonly NumberWords Words = new("점", "포인트", "p", "pt", "point", "points", "원");

    private static readonly HashSet<string> AllWords = new(StringComparer.Ordinal)
    {
        "전부", "모두", "다", "전체", "전액", "몽땅", "싹", "싹다", "all", "전체다", "전부다", "모두다", "풀", "최대", "최대한", "최대한많이", "최대한도", "최대금액",
        "있는거", "있는것", "있는거다", "있는것다", "있는거전부", "있는거모두", "있는대로", "있는만큼", "가진거", "가진거다", "가진거전부", "남은거", "남은거다", "남은거전부",
        "쓸수있는만큼", "쓸수있는거다", "쓸수있는거전부", "쓸수있는대로", "사용할수있는만큼", "사용가능한만큼", "되는만큼", "되는대로", "가능한만큼", "전포인트",
        "포인트전부", "포인트모두", "포인트다", "포인트전체", "포인트전액", "전액포인트", "전체포인트", "전부포인트", "모든포인트",
    };

    private static readonly HashSet<string> NoneWords = new(StringComparer.Ordinal)
    {
        "없음", "없어", "없다", "없습니다", "필요없어", "필요없음", "필요없습니다", "안", "사용안", "포인트안", "안함", "안해", "사용안함", "포인트안씀", "안씀", "안쓸", "안쓰고",
        "쓰지않을게", "사용하지않을게", "사용하지않음", "사용하지않겠습니다", "쓰지않겠습니다", "하나도안", "다안", "전부안", "미사용", "아니", "아니오", "아뇨", "아냐", "노", "no", "none", "ㄴㄴ",
        "괜찮아", "괜찮습니다", "됐어", "됐습니다", "패스", "스킵", "다음에", "나중에", "다음번에",
    };

    /// <summary>Reads a number of points of at least 0, or all.</summary>
    /// <param name="text">A parameter's text or an utterance; null or blank is missing.</param>
    public static Reading<PointsAsked> Read(string? text)
    {
        if (text is not null && TypedText.TryClean(text, out var clean) && InWords(clean) is { } asked)
            return asked;
        if (!Words.Read(text).TryGet(out var number, out var refusal))
            return refusal.Value;
        return number switch
        {
            < 0 => InputRefusal.TooSmall,
            > long.MaxValue => InputRefusal.TooLarge,
            _ => PointsAsked.Of((long)number),
        };
    }

    /// <remarks>A word for none decides, wherever it stands: 다 안 쓸래요.</remarks>
    private static PointsAsked? InWords(string clean)
    {
        if (NoneWords.Contains(clean))
            return PointsAsked.Of(0);
        PointsAsked? asked = null;
        foreach (var core in SpokenWords.CoresOf(clean))
        {
            if (NoneWords.Contains(core))
                return PointsAsked.Of(0);
            if (AllWords.Contains(core))
                asked ??= PointsAsked.All;
        }
        return asked;
    }
}
