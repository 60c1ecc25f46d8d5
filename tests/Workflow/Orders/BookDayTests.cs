namespace KakaoWorkflow.Tests.Workflow.Orders;

public sealed class BookDayTests
{
    [Theory]
    [InlineData("2026-11-22T14:59:59.999Z", "2026-11-22")]
    [InlineData("2026-11-22T15:00:00.000Z", "2026-11-23")]
    public void Day_ChangesAtMidnightInKorea(string instant, string day)
    {
        var of = BookDay.Of(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));
        of.ToString().ShouldBe(day);
        BookDay.TryParse(day, out var read).ShouldBeTrue();
        read.ShouldBe(of);
        (read.Start <= DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)).ShouldBeTrue();
        (read.End - read.Start).ShouldBe(TimeSpan.FromDays(1));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-13-01")]
    [InlineData("2026-1-1")]
    [InlineData("today")]
    public void Text_ThatIsNoDay_IsRefused(string? text) => BookDay.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("1999-12-31", false)]
    [InlineData("2000-01-01", true)]
    [InlineData("2999-12-31", true)]
    [InlineData("3000-01-01", false)]
    [InlineData("0001-01-01", false)]
    [InlineData("9999-12-31", false)]
    public void Text_OfADayInBounds_HasABeginningAndAnEnd(string text, bool isOne)
    {
        BookDay.TryParse(text, out var day).ShouldBe(isOne);
        if (isOne)
            (day.End - day.Start).ShouldBe(TimeSpan.FromDays(1));
    }

    [Fact]
    public void Orders_AreSpreadOverTheDaysKeys()
    {
        var day = BookDay.Of(DateTimeOffset.UnixEpoch);
        var used = Enumerable.Range(0, 1_000).Select(number => day.Shard(OrderId.Parse($"1123-{number:D8}"))).ToHashSet(StringComparer.Ordinal);
        used.Order(StringComparer.Ordinal).ShouldBe(day.AllShards);
    }
}
