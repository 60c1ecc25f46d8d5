using KakaoWorkflow.Emulator.Clocks;
using KakaoWorkflow.Emulator.Hosting;
using KakaoWorkflow.Tests.Emulator.Deployment;
using KakaoWorkflow.Tests.Emulator.Lambda;
using KakaoWorkflow.Tests.Support.Clocks;
using Microsoft.Extensions.Time.Testing;

namespace KakaoWorkflow.Tests.Emulator.Hosting;

public sealed class ScheduleRunnerTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero));
    private readonly StubRunner _runner = StubRunner.Echo();

    [Fact]
    public async Task Schedules_Run_WhenTheyAreDueAndEnabled()
    {
        var stack = TemplateText.Function(
            """
            Events:
              Often: { Type: Schedule, Properties: { Schedule: rate(5 minutes), Name: often } }
              Late: { Type: ScheduleV2, Properties: { ScheduleExpression: cron(30 12 * * ? *), ScheduleExpressionTimezone: Asia/Seoul, Input: '{"late":true}' } }
              Never: { Type: Schedule, Properties: { Schedule: rate(1 minute), State: DISABLED } }
            """);
        await using var lambda = new LambdaService(
            Functions.OptionsOf(stack.Functions), _runner, null, new SeededRandomSource(1), _time, NullLogger<LambdaService>.Instance);
        await using (new ScheduleRunner(stack, lambda, _time, new SeededRandomSource(2), NullLogger<ScheduleRunner>.Instance))
        {
            await AdvanceAsync(TimeSpan.FromMinutes(4), 0);
            await AdvanceAsync(TimeSpan.FromMinutes(1), 1);
            for (var runs = 2; runs <= 5; runs++)
                await AdvanceAsync(TimeSpan.FromMinutes(5), runs);
            await AdvanceAsync(TimeSpan.FromMinutes(5), 7);
        }
        _time.Advance(TimeSpan.FromHours(1));

        var events = _runner.Calls.Select(call => JsonNode.Parse(call.Payload.Span)!.AsObject()).ToList();
        events.Count.ShouldBe(7);
        events.Count(it => it.ContainsKey("late")).ShouldBe(1);
        var first = events[0];
        first["source"]!.GetValue<string>().ShouldBe("aws.events");
        first["time"]!.GetValue<string>().ShouldBe("2026-11-23T03:05:00Z");
        first["resources"]![0]!.GetValue<string>().ShouldBe("arn:aws:events:ap-northeast-2:000000000000:rule/often");
    }

    [Fact]
    public async Task Turns_ThatTheMachineSleptThrough_AreOne()
    {
        var time = new VirtualTime(new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero));
        var stack = TemplateText.Function(
            """
            Events:
              Often: { Type: Schedule, Properties: { Schedule: rate(5 minutes), Name: often } }
            """);
        await using var lambda = new LambdaService(Functions.OptionsOf(stack.Functions), _runner, null, new SeededRandomSource(1), time,
            NullLogger<LambdaService>.Instance);
        await using (new ScheduleRunner(stack, lambda, time, new SeededRandomSource(2), NullLogger<ScheduleRunner>.Instance))
        {
            time.JumpTo(time.GetUtcNow() + TimeSpan.FromMinutes(62));
            await UntilAsync(1);
            // The next turn is the next in the rhythm of before.
            time.Advance(TimeSpan.FromMinutes(5));
            await UntilAsync(2);
        }
        time.GetUtcNow().Minute.ShouldBe(5);
        Count().ShouldBe(2);

        async Task UntilAsync(int runs)
        {
            while (Count() < runs)
                await RealTime.PauseAsync();
        }
    }

    private async Task AdvanceAsync(TimeSpan by, int runs)
    {
        _time.Advance(by);
        while (Count() < runs)
            await RealTime.PauseAsync();
        Count().ShouldBe(runs);
    }

    private int Count()
    {
        lock (_runner.Calls)
            return _runner.Calls.Count;
    }
}
