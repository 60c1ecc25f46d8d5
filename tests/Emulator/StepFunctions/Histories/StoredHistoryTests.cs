using System.Text.Json;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Histories;

public sealed class StoredHistoryTests
{
    private static readonly DateTimeOffset Time = new(2026, 3, 1, 9, 0, 0, 123, TimeSpan.Zero);

    [Fact]
    public void Events_OfEveryKindOfDetails_ComeBackAsTheyWere()
    {
        EventDetails?[] all =
        [
            null,
            new EventDetails.ExecutionStarted(Payload.Parse(" { \"a\" : 1.0 } "), "role", Time),
            new EventDetails.Result(Payload.Parse("null"), new TaskReference("lambda", "invoke")),
            new EventDetails.Failure("E", null),
            new EventDetails.Redriven(2, null),
            new EventDetails.StateEntered("주문", Payload.Parse("\"아메리카노\""), Time),
            new EventDetails.TaskScheduled(new TaskReference("sqs", "sendMessage"), Payload.Parse("{}"), "r", 5, 3, Time, TimeSpan.FromSeconds(1.5), ulong.MaxValue),
            new EventDetails.TaskStarted(new TaskReference("sqs", "sendMessage")),
            new EventDetails.FanOut(3, 2, Payload.Parse("[1,2,3]")),
            new EventDetails.MapIteration("M", 1, Payload.Parse("12345678901234567890")),
            new EventDetails.Retry(1, Time),
            new EventDetails.Heartbeat(7),
        ];
        var events = all.Select((details, index) => new HistoryEvent(index, index - 1, Time, HistoryEventType.TaskStarted, index, details)).ToList();

        StoredHistory.Read(StoredHistory.Write(events)).ShouldBe(events);
    }

    [Fact]
    public void StateExited_ComesBackWithItsVariables()
    {
        var details = new EventDetails.StateExited("S", Payload.Parse("1"), null, new Dictionary<string, Payload> { ["v"] = Payload.Parse("null") });
        var read = StoredHistory.Read(StoredHistory.Write([new HistoryEvent(1, 0, Time, HistoryEventType.PassStateExited, 0, details)]));

        var exited = read.ShouldHaveSingleItem().Details.ShouldBeOfType<EventDetails.StateExited>();
        exited.Next.ShouldBeNull();
        exited.AssignedVariables!["v"].Text.ShouldBe("null");
    }

    [Fact]
    public void Korean_IsStoredAsItIs()
    {
        var stored = StoredHistory.Write([new HistoryEvent(1, 0, Time, HistoryEventType.PassStateEntered, 0,
            new EventDetails.StateEntered("S", Payload.Parse("\"라떼\"")))]);

        Encoding.UTF8.GetString(stored).ShouldContain("라떼");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[{\"Type\":\"Unknown\"}]")]
    public void Stored_SomethingElse_IsRefused(string json) =>
        Should.Throw<JsonException>(() => StoredHistory.Read(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Payload_WithTheSameKeyTwice_IsRefused() => Should.Throw<JsonException>(() => Payload.Parse("""{"a":1,"a":2}"""));
}
