using KakaoWorkflow.Skills.Inputs;

namespace KakaoWorkflow.Tests.Workflow.Skills.Inputs;

public sealed class PointsReaderTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("1,000", 1_000)]
    [InlineData("1000점", 1_000)]
    [InlineData("1,200P", 1_200)]
    [InlineData("1200 포인트 사용할게요", 1_200)]
    [InlineData("１,０００점", 1_000)]
    [InlineData("500원만요", 500)]
    [InlineData("1만요", 10_000)]
    [InlineData("천", 1_000)]
    [InlineData("5천 포인트", 5_000)]
    [InlineData("오천오백", 5_500)]
    [InlineData("만", 10_000)]
    [InlineData("만 오천", 15_000)]
    [InlineData("10만", 100_000)]
    [InlineData("1만5000점", 15_000)]
    [InlineData("천만", 10_000_000)]
    [InlineData("구천구백구십구만구천구백구십구", 99_999_999)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("""{"amount":1000,"unit":"점"}""", 1_000)]
    public void Read_ANumber_IsTheAmount(string text, long expected)
    {
        var asked = PointsReader.Read(text).Value;
        asked.IsAll.ShouldBeFalse();
        asked.Amount.ShouldBe(expected);
    }

    [Theory]
    [InlineData("전부")]
    [InlineData("모두")]
    [InlineData("다")]
    [InlineData("전부 다!")]
    [InlineData("모두 사용할게요")]
    [InlineData("전액 사용")]
    [InlineData("다 써주세요")]
    [InlineData("ALL")]
    public void Read_WordsForAll_AreAll(string text)
    {
        PointsReader.Read(text).Value.ShouldBe(PointsAsked.All);
        PointsReader.Read(text).Value.Amount.ShouldBeNull();
    }

    [Theory]
    [InlineData(null, InputRefusal.Missing)]
    [InlineData(" ", InputRefusal.Missing)]
    [InlineData("-1", InputRefusal.TooSmall)]
    [InlineData("-1000점", InputRefusal.TooSmall)]
    [InlineData("0.5", InputRefusal.NotWhole)]
    [InlineData("9223372036854775808", InputRefusal.TooLarge)]
    [InlineData("다섯시", InputRefusal.NotUnderstood)]
    [InlineData("전부 말고", InputRefusal.NotUnderstood)]
    [InlineData("만만", InputRefusal.NotUnderstood)]
    [InlineData("1만2만", InputRefusal.NotUnderstood)]
    [InlineData("10000만", InputRefusal.NotUnderstood)]
    [InlineData("점", InputRefusal.NotUnderstood)]
    [InlineData("사용", InputRefusal.NotUnderstood)]
    public void Read_AnythingElse_SaysWhy(string? text, InputRefusal expected) =>
        PointsReader.Read(text).Refusal.ShouldBe(expected);

    [Fact]
    public void Read_HugeText_IsRefused() =>
        PointsReader.Read(new string('다', 1_000_000)).Refusal.ShouldBe(InputRefusal.TooLarge);

    [Fact]
    public void Asked_ByDefault_IsNone() => default(PointsAsked).ShouldBe(PointsAsked.Of(0));

    [Fact]
    public void Asked_Negative_IsRefused() => Should.Throw<ArgumentOutOfRangeException>(() => PointsAsked.Of(-1));
}
