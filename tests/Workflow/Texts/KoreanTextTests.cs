using KakaoWorkflow.Texts;

namespace KakaoWorkflow.Tests.Workflow.Texts;

public sealed class KoreanTextTests
{
    [Theory]
    [InlineData(0, "0원")]
    [InlineData(999, "999원")]
    [InlineData(24_000, "24,000원")]
    [InlineData(-1_000, "-1,000원")]
    [InlineData(long.MaxValue, "9,223,372,036,854,775,807원")]
    public void Won_IsGroupedByThousands(long won, string expected) => WonText.Format(won).ShouldBe(expected);

    [Theory]
    [InlineData(0, "0P")]
    [InlineData(1_200, "1,200P")]
    public void Points_AreGroupedByThousands(long points, string expected) =>
        PointsText.Format(points).ShouldBe(expected);

    [Theory]
    [InlineData("라떼", "라떼는", "라떼가", "라떼를", "라떼로")]
    [InlineData("주문", "주문은", "주문이", "주문을", "주문으로")]
    [InlineData("꿀", "꿀은", "꿀이", "꿀을", "꿀로")]
    [InlineData("라떼(대)", "라떼(대)는", "라떼(대)가", "라떼(대)를", "라떼(대)로")]
    [InlineData("콤보 1", "콤보 1은", "콤보 1이", "콤보 1을", "콤보 1로")]
    [InlineData("콤보 2", "콤보 2는", "콤보 2가", "콤보 2를", "콤보 2로")]
    [InlineData("콤보 3", "콤보 3은", "콤보 3이", "콤보 3을", "콤보 3으로")]
    [InlineData("HOT", "HOT은(는)", "HOT이(가)", "HOT을(를)", "HOT(으)로")]
    [InlineData("", "은(는)", "이(가)", "을(를)", "(으)로")]
    [InlineData("☕", "☕은(는)", "☕이(가)", "☕을(를)", "☕(으)로")]
    public void Particle_FollowsTheLastSound(string word, string topic, string subject, string @object, string toward)
    {
        KoreanParticle.Topic(word).ShouldBe(topic);
        KoreanParticle.Subject(word).ShouldBe(subject);
        KoreanParticle.Object(word).ShouldBe(@object);
        KoreanParticle.Toward(word).ShouldBe(toward);
    }
}
