using System.Globalization;
using KakaoWorkflow.Emulator.Deployment.Schedules;

namespace KakaoWorkflow.Tests.Emulator.Deployment;

public sealed class ScheduleExpressionTests
{
    [Theory]
    [InlineData("rate(1 minute)", "2026-11-23T03:00:30Z", "2026-11-23T03:01:30Z")]
    [InlineData("rate(2 hours)", "2026-11-23T03:00:00Z", "2026-11-23T05:00:00Z")]
    [InlineData("rate(3 days)", "2026-11-23T03:00:00Z", "2026-11-26T03:00:00Z")]
    [InlineData("cron(0 10 * * ? *)", "2026-11-23T10:00:00Z", "2026-11-24T10:00:00Z")]
    [InlineData("cron(15 12 * * ? *)", "2026-11-23T10:00:00Z", "2026-11-23T12:15:00Z")]
    [InlineData("cron(0/10 * ? * MON-FRI *)", "2026-11-20T23:55:00Z", "2026-11-23T00:00:00Z")]
    [InlineData("cron(0 8 1 * ? *)", "2026-11-23T00:00:00Z", "2026-12-01T08:00:00Z")]
    [InlineData("cron(0 0 L * ? *)", "2028-02-10T00:00:00Z", "2028-02-29T00:00:00Z")]
    [InlineData("cron(0 0 29 2 ? *)", "2026-03-01T00:00:00Z", "2028-02-29T00:00:00Z")]
    [InlineData("cron(0 0 15W * ? *)", "2026-11-01T00:00:00Z", "2026-11-16T00:00:00Z")]
    [InlineData("cron(0 0 1W * ? *)", "2026-07-31T00:00:00Z", "2026-08-03T00:00:00Z")]
    [InlineData("cron(0 0 ? * 6L *)", "2026-11-01T00:00:00Z", "2026-11-27T00:00:00Z")]
    [InlineData("cron(0 0 ? * MON#2 *)", "2026-11-01T00:00:00Z", "2026-11-09T00:00:00Z")]
    [InlineData("cron(0 0 ? JAN,JUL 1 2027-2028)", "2026-11-01T00:00:00Z", "2027-01-03T00:00:00Z")]
    [InlineData("cron(5,35 14 * * ? *)", "2026-11-23T14:05:00Z", "2026-11-23T14:35:00Z")]
    public void Next_AfterAMoment_IsTheFirstThatMatches(string expression, string after, string expected) =>
        Parse(expression).Next(At(after), TimeZoneInfo.Utc).ShouldBe(At(expected));

    [Fact]
    public void Next_InATimeZone_ReadsItsClock() =>
        Parse("cron(0 9 * * ? *)").Next(At("2026-11-23T00:00:00Z"), TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul"))
            .ShouldBe(At("2026-11-24T00:00:00Z"));

    [Fact]
    public void Next_WhereClocksChange_SkipsWhatDoesNotExist()
    {
        var newYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        Parse("cron(30 2 * * ? *)").Next(At("2026-03-07T08:00:00Z"), newYork).ShouldBe(At("2026-03-09T06:30:00Z"));
        Parse("cron(30 1 * * ? *)").Next(At("2026-11-01T00:00:00Z"), newYork).ShouldBe(At("2026-11-01T05:30:00Z"));
        Parse("cron(30 1 * * ? *)").Next(At("2026-11-01T05:30:00Z"), newYork).ShouldBe(At("2026-11-02T06:30:00Z"));
    }

    [Fact]
    public void Next_WhenNoYearIsLeft_IsNull() =>
        Parse("cron(0 0 1 1 ? 2026)").Next(At("2026-01-01T00:00:00Z"), TimeZoneInfo.Utc).ShouldBeNull();

    [Theory]
    [InlineData("rate(5 minute)")]
    [InlineData("rate(1 hours)")]
    [InlineData("rate(0 minutes)")]
    [InlineData("rate(5 weeks)")]
    [InlineData("cron(0 10 * * * *)")]
    [InlineData("cron(0 10 ? * ? *)")]
    [InlineData("cron(60 10 * * ? *)")]
    [InlineData("cron(0 10 * * ?)")]
    [InlineData("cron(0 10 32 * ? *)")]
    [InlineData("cron(0 10 ? * MON#6 *)")]
    [InlineData("cron(0 10 ? * XYZ *)")]
    [InlineData("cron(10-5 10 * * ? *)")]
    [InlineData("cron(0/0 10 * * ? *)")]
    [InlineData("at(2026-11-23T00:00:00)")]
    [InlineData("")]
    public void Expression_Wrong_IsRefusedWithAReason(string expression)
    {
        ScheduleExpression.TryParse(expression, out var parsed, out var problem).ShouldBeFalse();
        parsed.ShouldBeNull();
        problem.ShouldNotBeNullOrWhiteSpace();
    }

    private static ScheduleExpression Parse(string text)
    {
        ScheduleExpression.TryParse(text, out var expression, out var problem).ShouldBeTrue(problem);
        return expression!;
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
