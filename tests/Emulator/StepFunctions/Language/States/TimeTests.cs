using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Language.States;

public sealed class TimeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 1, 59, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("\"Seconds\": 10", 10)]
    [InlineData("\"Seconds\": 0", 0)]
    [InlineData("\"SecondsPath\": \"$.wait\"", 7)]
    [InlineData("\"SecondsPath\": \"$seconds\"", 8)]
    [InlineData("\"Timestamp\": \"2026-03-14T11:00:00+09:00\"", 60)]
    [InlineData("\"Timestamp\": \"2026-03-14T00:00:00Z\"", 0)]
    [InlineData("\"TimestampPath\": \"$.until\"", 30)]
    public void DueTime_Form_IsCountedFromNow(string form, int expectedSeconds) =>
        Wait(form).DueTime(Given.Scope("""{"wait": 7, "until": "2026-03-14T01:59:30Z"}""", variables: """{"seconds": 8}"""), Now)
            .ShouldBe(Now.AddSeconds(expectedSeconds));

    [Theory]
    [InlineData("\"SecondsPath\": \"$.gone\"")]
    [InlineData("\"SecondsPath\": \"$.text\"")]
    [InlineData("\"SecondsPath\": \"$.negative\"")]
    [InlineData("\"SecondsPath\": \"$.half\"")]
    [InlineData("\"SecondsPath\": \"$.huge\"")]
    [InlineData("\"TimestampPath\": \"$.text\"")]
    [InlineData("\"TimestampPath\": \"$.half\"")]
    public void DueTime_WrongValue_IsARuntimeError(string form) => Given.Error(() =>
        Wait(form).DueTime(Given.Scope("""{"text": "7", "negative": -1, "half": 0.5, "huge": 100000000}"""), Now)).ShouldBe(ErrorName.Runtime);

    [Theory]
    [InlineData("", null, null)]
    [InlineData("\"TimeoutSeconds\": 30, \"HeartbeatSeconds\": 29,", 30, 29)]
    [InlineData("\"TimeoutSecondsPath\": \"$.t\", \"HeartbeatSecondsPath\": \"$.h\",", 20, 5)]
    [InlineData("\"TimeoutSeconds\": 30, \"HeartbeatSecondsPath\": \"$.h\",", 30, 5)]
    [InlineData("\"HeartbeatSecondsPath\": \"$.h\",", null, 5)]
    public void TimeLimits_Fields_AreReadForThisVisit(string fields, int? timeout, int? heartbeat) =>
        Task(fields).TimeLimits(Given.Scope("""{"t": 20.0, "h": 5}""")).ShouldBe(new TimeLimits(timeout, heartbeat));

    [Theory]
    [InlineData("\"TimeoutSecondsPath\": \"$.zero\",")]
    [InlineData("\"TimeoutSecondsPath\": \"$.gone\",")]
    [InlineData("\"TimeoutSeconds\": 5, \"HeartbeatSecondsPath\": \"$.h\",")]
    public void TimeLimits_WrongValue_IsARuntimeError(string fields) =>
        Given.Error(() => Task(fields).TimeLimits(Given.Scope("""{"zero": 0, "h": 5}"""))).ShouldBe(ErrorName.Runtime);

    private static WaitState Wait(string form) => Given.State<WaitState>($$"""{"Type": "Wait", {{form}}, "End": true}""");

    private static TaskState Task(string fields) => Given.State<TaskState>(
        $$"""{"Type": "Task", "Resource": "arn:aws:lambda:ap-northeast-2:123456789012:function:F", {{fields}} "End": true}""");
}
