using KakaoWorkflow.Proof.Chaos;

namespace KakaoWorkflow.Tests.Proof.Chaos;

/// <summary>A schedule that was spelled out plays as it was drawn.</summary>
public sealed class ChaosReplayTests
{
    [Fact]
    public async Task SameSchedule_StrikesTheSameCalls()
    {
        await using var cafe = await VirtualCafe.OpenAsync(RealTime.Clock);
        var round = new ChaosRound(cafe);
        var schedule = ScheduleGenerator.Draw(5, 4);
        var first = await round.PlayAsync(schedule);
        var second = await round.PlayAsync(ScheduleShrinker.Spell(schedule, first.Struck));
        first.Struck.ShouldNotBeEmpty();
        second.Struck.Select(fault => fault.ToString()).Order().ShouldBe(first.Struck.Select(fault => fault.ToString()).Order());
        second.Ends.ShouldBe(first.Ends, ignoreOrder: true);
    }
}
