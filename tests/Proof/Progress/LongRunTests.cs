using KakaoWorkflow.Proof.Progress;
using Microsoft.Extensions.Time.Testing;
using Spectre.Console;

namespace KakaoWorkflow.Tests.Proof.Progress;

public sealed class LongRunTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Count_KnowsHowMuchIsLeftAndHowLong()
    {
        var count = new RunCount("runs", _time);
        count.ToString().ShouldBe("beginning, 0:00:00");
        count.Doing("opening 8 cafes");
        _time.Advance(TimeSpan.FromSeconds(65));
        count.ToString().ShouldBe("opening 8 cafes, 0:01:05");
        count.Share.ShouldBeNull();

        count.Begin(4_000);
        count.ToString().ShouldBe("0 of 4,000 runs, 0 violations, 0.0/s, time left not known yet");
        _time.Advance(TimeSpan.FromSeconds(50));
        count.Add(999);
        count.Add(1, violations: 2);
        count.ToString().ShouldBe("1,000 of 4,000 runs, 2 violations, 20.0/s, 0:02:30 left");
        count.Share.ShouldBe(0.25);
    }

    [Fact]
    public async Task Run_WithoutATerminal_SaysALineAtOnceAndThenOneInEachInterval()
    {
        using var written = new StringWriter();
        var run = new LongRun("faults", "runs", AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(written) }), _time);
        var ending = new TaskCompletionSource<int>();

        var shown = run.ShowAsync(() => ending.Task);
        Lines().ShouldBe(["faults: beginning, 0:00:00"]);
        run.Count.Begin(2);
        run.Count.Add(1);
        _time.Advance(LongRun.LineInterval - TimeSpan.FromMilliseconds(1));
        Lines().Length.ShouldBe(1);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        run.Say("VIOLATED: " + new string('x', 200));
        Lines()[1..].ShouldBe(["faults: 1 of 2 runs, 0 violations, 0.1/s, 0:00:10 left", "VIOLATED: " + new string('x', 200)]);

        ending.SetResult(7);
        (await shown).ShouldBe(7);
        _time.Advance(LongRun.LineInterval);
        Lines().Length.ShouldBe(3);

        string[] Lines() => written.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
