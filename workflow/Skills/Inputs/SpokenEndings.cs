namespace KakaoWorkflow.Skills.Inputs;

/// <summary>
/// The one list of what may stand behind a number or a word for "all", and in front of it: particles, the copula and the
/// polite verbs of an order, joined without spaces, in lower case.
/// </summary>
internal static class SpokenEndings
{
    /// <summary>What hada-verbs end in: 주문할게요, 사용해 주세요, 추가요.</summary>
    private static readonly string[] Doing =
    [
        "", "요", "이요", "만", "이에요", "할게요", "할께요", "할게", "할께", "할게용", "할래요", "할래", "할래용", "하겠습니다", "하겠어요", "합니다", "해요", "해",
        "해주세요", "해주세용", "해주세여", "해줘요", "해줘", "해주시겠어요", "해주실래요", "해주실수있나요", "해주십시오", "해주시면돼요", "해주시면됩니다",
        "하고싶어요", "하고싶습니다", "하려고요", "하려구요", "하려고해요", "하려고합니다", "할거예요", "할거에요", "할수있나요", "할수있을까요", "되나요", "될까요",
        "가능한가요", "가능할까요", "드려요", "드립니다", "드릴게요", "드려도될까요",
    ];

    private static readonly string[] DoneThings = ["", "주문", "추가", "사용", "이용", "부탁", "결제", "차감", "적용", "선택", "신청", "예약", "포장"];

    private static readonly string[] Verbs =
    [
        "주세요", "주세용", "주세여", "주세욤", "주세염", "주셔요", "주십시오", "주십쇼", "주시겠어요", "주실래요", "주시면돼요", "주시면됩니다", "주시면감사하겠습니다",
        "줘", "줘요", "줄래요", "줄래", "주라", "주삼", "주셈",
        "시킬게요", "시킬께요", "시킬게", "시킬래요", "시킬래", "시킬거예요", "시킬거에요", "시켜주세요", "시켜줘", "시켜줘요", "시키겠습니다", "시키고싶어요", "시키려고요",
        "마실게요", "마실께요", "마실래요", "마실래", "먹을게요", "먹을께요", "먹을래요", "먹을래", "살게요", "살게", "살래요",
        "쓸게요", "쓸께요", "쓸게", "쓸게용", "쓸래요", "쓸래", "쓸래용", "쓸거예요", "쓸거에요", "쓸수있나요", "쓰겠습니다", "쓰고싶어요", "쓰려고요", "쓰려구요",
        "써주세요", "써주세용", "써줘", "써줘요", "써요", "써", "쓸까요", "깎아주세요", "까주세요", "빼주세요",
        "원해요", "원합니다", "필요해요", "필요합니다", "갈게요", "가져갈게요", "있어요", "되나요", "될까요", "돼요", "됩니다", "가능할까요", "가능한가요",
        "감사합니다", "감사해요", "고마워요", "고맙습니다",
    ];

    /// <summary>Particles, the copula, and the adverbs that may stand between the number and the verb.</summary>
    private static readonly string[] Particles =
    [
        "요", "이요", "여", "이여", "용", "이용", "욤", "이욤", "염", "입니다", "이에요", "예요", "에요", "이예요", "임", "이고요", "이구요", "고요", "구요", "인데요", "이죠", "죠",
        "만", "만큼만", "으로", "로", "으로만", "로만", "씩", "을", "를", "이", "은", "는", "정도", "만큼", "어치", "이면", "면",
        "먼저", "우선", "일단", "다", "모두", "전부", "더", "좀", "그냥", "한번",
    ];

    /// <summary>The longest first, so that 천이요 is 천 and not 천이.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Verbs.Concat(Particles)
            .Concat(from thing in DoneThings from ending in Doing select thing + ending)
            .Where(ending => ending.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(ending => ending.Length)
            .ThenBy(ending => ending, StringComparer.Ordinal),
    ];

    /// <summary>Whether an ending may be taken off: after a numeral 만 is ten thousand, and elsewhere "only".</summary>
    public static bool MayEnd(string words, string ending) =>
        words.EndsWith(ending, StringComparison.Ordinal)
        && !(ending == "만" && words.Length > 1 && "0123456789영일이삼사오육칠팔구십백천만".Contains(words[^2]));

    /// <summary>Words in front, each with a space or a mark behind it: 네 두 잔이요; 총 2잔.</summary>
    public static IReadOnlySet<string> Openings { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "네", "넵", "넹", "예", "응", "어", "아", "음", "흠", "그럼", "그러면", "그냥", "일단", "우선", "저", "저는", "전", "제", "내", "나는", "총", "합", "합쳐서", "합해서",
        "모두", "전부", "다해서", "수량", "수량은", "개수", "개수는", "갯수", "갯수는", "포인트", "포인트는", "포인트를", "포인트로", "적립금", "적립금은", "적립금을", "적립금으로",
    };
}
