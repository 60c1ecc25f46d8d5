using KakaoWorkflow.Skills.Inputs;

namespace KakaoWorkflow.Tests.Workflow.Skills.Inputs;

/// <summary>Quantities and points as people say them: one list of endings for both.</summary>
public sealed class SpokenNumberTests
{
    /// <remarks>The utterances of each quantity, separated by <c>|</c>.</remarks>
    private static readonly (int Quantity, string Utterances)[] QuantityTable =
    [
        (1, "하나|하나만|하나요|하나 주세요|한 잔|한잔|한 잔만|한 잔 줘|한 잔 주세요|한잔만 부탁드려요|한 개요|1|1잔|1잔만요|일 잔|하나만 주문할게요|한 컵"),
        (2, "둘|둘이요|두 잔|두 잔만|두잔이요|두 잔으로 할게요|두 잔으로 주세요|두개만 주세요|두 개예요|두 개에요|두 잔 주세용|두 잔 주실래요|두 잔 주시겠어요?|두 잔 씩|두 잔이면 돼요"),
        (2, "2|２|2개|2개입니다|2개 부탁드립니다|2개 부탁해요|2잔 주문할게요|2잔 주문이요|2잔 시킬게요|2 잔이요~|2잔 ㅎㅎ|2잔ㅋㅋㅋ|2잔 ㅠㅠ|2잔😀|2잔 ☕️|2잔!!|2잔^^|2잔…|2️⃣|총 2잔|총 두 잔이요"),
        (2, "2잔 추가|2잔 추가요|2잔 추가해 주세요|2잔 먼저 주세요|2잔 가능할까요?|2잔 되나요?|2잔 마실게요|2잔 갈게요|2잔 감사합니다|2cups|2ea|2잔, 부탁해요|☕ 2잔"),
        (2, "네 두 잔|네, 두 잔이요|예 2잔|음 두 잔 주세요|그럼 두 잔만요|저는 두 잔|일단 두 잔|수량은 2개|합쳐서 두 잔|어... 2잔"),
        (3, "셋|세 잔|석 잔|3잔|세 잔 해주세요|삼 잔|세 잔 하고 싶어요"),
        (4, "넷|네 잔|네잔|넉 잔|네 개|네 네 잔이요|4잔|네 잔이에요"),
        (5, "다섯|다섯 잔만요|5잔"),
        (6, "여섯 개로 주세요|여섯개로 줘|육 개"),
        (10, "열|열 잔|열이요|십 잔|10잔"),
        (12, "열두 잔|열둘|열두 개만|십이 잔|12잔 부탁"),
        (19, "열아홉|열아홉 잔"),
        (20, "스물|스무 잔|스무잔만|스무 개요|스물이요|이십 잔|이십|스무 잔으로 부탁드립니다"),
        (21, "스물하나|스물한 잔|스물한잔 주세요"),
        (33, "서른셋|서른세 잔"),
        (44, "마흔넷|마흔네 잔"),
        (99, "아흔아홉|아흔아홉 잔|구십구 잔"),
    ];

    /// <remarks>The utterances of each number of points, separated by <c>|</c>.</remarks>
    private static readonly (long Points, string Utterances)[] PointsTable =
    [
        (0, "0|0점|0P|없음|없어요|없습니다|없어용|안 쓸래요|안 쓸게요|안써요|안 쓸래|안 할래요|사용 안 함|사용 안 할게요|포인트 안 쓸래요|쓰지 않을게요"),
        (0, "사용하지 않을게요|사용하지 않겠습니다|아니요|아뇨|아니오|괜찮아요|괜찮습니다|됐어요|필요 없어요|패스|다음에 쓸게요|나중에 할게요|다 안 쓸래요|no|ㄴㄴ"),
        (1_000, "천|천점|천 원|천원만|1000|1,000|1000점|1000p|1000P 쓸게요|1000포인트 사용해 주세요|천 포인트만요|포인트는 1000점|포인트 1000점|1000점 차감해 주세요|１０００점"),
        (3_000, "3천점만|3천점만요|삼천|삼천점|3000점 사용해주세요|3000포인트로 할게요|3000p 쓸래|3000점 다 쓸게요|3,000P만 쓰겠습니다|3천 원어치|네 3000점이요|3천점 ㅎㅎ"),
        (10_000, "만|만점|만원만요|1만|1만점|10000|1만요|만이요"),
        (15_000, "만오천|만 오천 점|1만5천|1만5000점이요"),
    ];

    private static readonly string[] AllWords =
    [
        "전부", "전부요", "전부 다", "전부 다!", "전부 쓸게요", "모두", "모두 다", "모두 사용할게요", "다", "다요", "다 쓸게요", "다 써주세요", "다 써 줘", "다 쓸래",
        "전액", "전액이요", "전액 사용", "전액 사용해 주세요", "전액 사용해주세요", "전액으로 결제할게요", "포인트 전액", "포인트 전부", "포인트는 전부", "전체", "전체 다", "전체 사용이요",
        "있는 거 다", "있는거 다 쓸게요", "있는 대로", "최대한", "최대한 많이", "최대로", "쓸 수 있는 만큼", "쓸 수 있는 만큼만", "가진 거 다요", "남은 거 전부", "싹 다", "몽땅이요", "네 전부요", "ALL",
    ];

    private static readonly string[] OtherWords =
    [
        "네", "네.", "네!", "네네", "네요", "넵", "예", "응", "ㅇㅇ", "ㅎㅎ", "😀", "이", "일", "이요", "일이요", "오", "사", "구요", "두", "세요", "한", "한 번만", "두 주세요", "세", "석", "넉",
        "서너 잔", "두세 잔", "한두 잔", "여러 잔", "많이", "조금", "아무거나", "몰라요", "스물스물", "열열", "스무두 잔", "서른 마흔", "2 3", "2~3잔", "2잔이나 3잔", "2+1", "라떼 2잔", "두잔 말고", "반 잔",
    ];

    public static TheoryData<int, string> Quantities
    {
        get
        {
            var data = new TheoryData<int, string>();
            foreach (var (quantity, utterances) in QuantityTable)
                data.Add(quantity, utterances);
            return data;
        }
    }

    public static TheoryData<long, string> Points
    {
        get
        {
            var data = new TheoryData<long, string>();
            foreach (var (points, utterances) in PointsTable)
                data.Add(points, utterances);
            return data;
        }
    }

    public static TheoryData<string> All => [.. AllWords];

    public static TheoryData<string> NoNumbers => [.. OtherWords];

    [Theory]
    [MemberData(nameof(Quantities))]
    public void Quantity_AsPeopleSayIt_IsRead(int expected, string utterances)
    {
        Reading<int> reading = expected;
        foreach (var text in utterances.Split('|'))
            QuantityReader.Read(text).ShouldBe(reading, text);
    }

    [Theory]
    [MemberData(nameof(Points))]
    public void Points_AsPeopleSayThem_AreRead(long expected, string utterances)
    {
        Reading<PointsAsked> reading = PointsAsked.Of(expected);
        foreach (var text in utterances.Split('|'))
            PointsReader.Read(text).ShouldBe(reading, text);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Points_WordsForAll_AreAll(string text) => PointsReader.Read(text).Value.ShouldBe(PointsAsked.All);

    [Theory]
    [MemberData(nameof(NoNumbers))]
    public void Words_ThatNameNoNumber_AreAskedAgain(string text)
    {
        QuantityReader.Read(text).Refusal.ShouldBe(InputRefusal.NotUnderstood);
        PointsReader.Read(text).Refusal.ShouldBe(InputRefusal.NotUnderstood);
    }

    [Fact]
    public void Utterances_AreMany() =>
        (QuantityTable.Sum(row => row.Utterances.Split('|').Length) + PointsTable.Sum(row => row.Utterances.Split('|').Length)
            + AllWords.Length + OtherWords.Length).ShouldBeGreaterThan(200);

    [Fact]
    public void NativeNumerals_ToNinetyNine_AreReadWithAndWithoutACounter()
    {
        string[] tens = ["", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"];
        string[] alone = ["", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉"];
        string[] counted = ["", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉"];
        for (var number = 1; number <= 99; number++)
        {
            var (ten, one) = (tens[number / 10], number % 10);
            QuantityReader.Read(ten + alone[one]).Value.ShouldBe(number);
            QuantityReader.Read((number == 20 ? "스무" : ten + counted[one]) + " 잔만 주세요").Value.ShouldBe(number);
        }
    }

    [Theory]
    [InlineData("2만", 20_000)]
    [InlineData("3천만", 30_000_000)]
    [InlineData("하나만", 1)]
    [InlineData("2개만", 2)]
    public void Man_AfterANumeral_IsTenThousand_AndElsewhereOnly(string text, int expected) => QuantityReader.Read(text).Value.ShouldBe(expected);
}
