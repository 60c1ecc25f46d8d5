namespace KakaoWorkflow.Tests.Workflow.Tables;

public sealed class TimestampTests
{
    [Theory]
    [InlineData("2026-11-23T03:15:36.1239999+00:00", "2026-11-23T03:15:36.123Z")]
    [InlineData("2026-11-23T12:15:36+09:00", "2026-11-23T03:15:36.000Z")]
    [InlineData("0001-01-01T00:00:00+00:00", "0001-01-01T00:00:00.000Z")]
    public void Format_AnyOffset_IsUtcWithMilliseconds(string instant, string text) =>
        Timestamp.Format(DateTimeOffset.Parse(instant)).ShouldBe(text);

    [Fact]
    public void Format_TextOrder_IsTimeOrder()
    {
        var instants = Enumerable.Range(0, 2_000).Select(step => new DateTimeOffset(2026, 12, 31, 23, 0, 0, TimeSpan.Zero).AddSeconds(step * 7.003)).ToList();
        instants.Select(Timestamp.Format).ShouldBe(instants.Select(Timestamp.Format).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Parse_WhatFormatWrote_IsTheSameInstantInUtc()
    {
        var instant = new DateTimeOffset(2026, 2, 28, 23, 59, 59, 999, TimeSpan.Zero);
        Timestamp.Parse(Timestamp.Format(instant.ToOffset(TimeSpan.FromHours(9)))).ShouldBe(instant);
        Timestamp.Parse(Timestamp.Format(instant)).Offset.ShouldBe(TimeSpan.Zero);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-11-23T03:15:36Z")]
    [InlineData("2026-11-23T03:15:36.123")]
    [InlineData("2026-11-23T03:15:36.123+09:00")]
    [InlineData("2026-11-23T03:15:36.1234Z")]
    [InlineData("2026-11-31T03:15:36.123Z")]
    public void Parse_AnotherForm_IsRefused(string text) => Should.Throw<FormatException>(() => Timestamp.Parse(text));
}
