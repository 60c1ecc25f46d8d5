using FsCheck;
using FsCheck.Fluent;
using KakaoWorkflow.Proof.Chaos;

namespace KakaoWorkflow.Tests.Proof.Chaos;

/// <summary>
/// A few random schedules, the same in each run. <c>KAKAOWORKFLOW_CHAOS_SEED</c> chooses others; a failing one is shrunk and
/// printed, and <c>chaos --schedule</c> plays it again. Thousands are the command's work.
/// </summary>
public sealed class ChaosProperties(ITestOutputHelper output)
{
    private const int Schedules = 4;
    private const int MaxOrders = 6;

    [Fact]
    public async Task AnySchedule_LeavesNoViolation()
    {
        await using var cafe = await VirtualCafe.OpenAsync(RealTime.Clock);
        var (round, report) = (new ChaosRound(cafe), new ChaosReport());
        var seed = ulong.TryParse(Environment.GetEnvironmentVariable("KAKAOWORKFLOW_CHAOS_SEED"), out var chosen) ? chosen : 1;
        var schedules = Gen.Choose(1, MaxOrders)
            .SelectMany(_ => Gen.Choose(0, int.MaxValue), (orders, number) => ScheduleGenerator.Draw((ulong)number, orders));

        // FsCheck runs properties on its caller's thread.
        await Task.Run(() => Prop.ForAll(Arb.From(schedules, ScheduleShrinker.Smaller), schedule =>
        {
            var outcome = round.PlayAsync(schedule).GetAwaiter().GetResult();
            report.Add(schedule, outcome);
            outcome.Problems.ShouldBeEmpty(schedule.ToJson());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Schedules).WithReplay(seed, 1)), TestContext.Current.CancellationToken);

        foreach (var line in report.Lines())
            output.WriteLine(line);
        report.Orders.ShouldBeGreaterThan(Schedules);
    }
}
