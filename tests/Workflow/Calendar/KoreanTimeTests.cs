using KakaoWorkflow.Calendar;

namespace KakaoWorkflow.Tests.Workflow.Calendar;

public sealed class KoreanTimeTests
{
    [Theory]
    [InlineData("2026-01-31T15:00:00Z", "2026-02-01T00:00:00")]
    [InlineData("2026-07-31T14:59:59Z", "2026-07-31T23:59:59")]
    [InlineData("2026-07-31T10:00:00-05:00", "2026-08-01T00:00:00")]
    public void Instant_IsTheSame_OnKoreasClock(string instant, string wall)
    {
        var at = DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);
        KoreanTime.Of(at).ShouldBe(at);
        KoreanTime.Of(at).DateTime.ShouldBe(DateTime.Parse(wall, System.Globalization.CultureInfo.InvariantCulture));
    }
}
