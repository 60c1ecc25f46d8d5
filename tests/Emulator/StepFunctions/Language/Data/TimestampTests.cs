namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Language.Data;

public sealed class TimestampTests
{
    [Theory]
    [InlineData("2016-03-14T01:59:00Z", "2016-03-14T01:59:00.0000000+00:00")]
    [InlineData("2016-03-14T01:59:00.5Z", "2016-03-14T01:59:00.5000000+00:00")]
    [InlineData("2016-03-14T01:59:00.123456789Z", "2016-03-14T01:59:00.1234567+00:00")]
    [InlineData("2016-03-14T10:59:00+09:00", "2016-03-14T10:59:00.0000000+09:00")]
    [InlineData("2016-03-14T10:59:00.25-03:30", "2016-03-14T10:59:00.2500000-03:30")]
    public void TryParse_Rfc3339_IsRead(string text, string expected)
    {
        Timestamp.TryParse(text, out var value).ShouldBeTrue();
        value.ToString("O").ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Z")]
    [InlineData("2016-03-14")]
    [InlineData("2016-03-14T01:59:00")]
    [InlineData("2016-03-14t01:59:00Z")]
    [InlineData("2016-03-14T01:59:00z")]
    [InlineData("2016-03-14 01:59:00Z")]
    [InlineData("2016-03-14T01:59Z")]
    [InlineData("2016-03-14T01:59:00.Z")]
    [InlineData("2016-03-14T01:59:00.5xZ")]
    [InlineData("2016-02-30T01:59:00Z")]
    [InlineData("2016-03-14T01:59:00+0900")]
    [InlineData(" 2016-03-14T01:59:00Z")]
    public void TryParse_AnythingElse_IsRefused(string text) => Timestamp.TryParse(text, out _).ShouldBeFalse();
}
