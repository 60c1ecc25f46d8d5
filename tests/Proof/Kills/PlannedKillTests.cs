using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Proof.Kills;

namespace KakaoWorkflow.Tests.Proof.Kills;

public sealed class PlannedKillTests
{
    [Fact]
    public void Draw_SameSeed_GivesTheSameKillsInEveryMoment()
    {
        var (first, second) = (Draw(7), Draw(7));
        first.ShouldBe(second);
        Draw(8).ShouldNotBe(first);
        first.Select(kill => kill.Moment).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void After_StartingUp_IsWithinTheLastStart()
    {
        var start = TimeSpan.FromSeconds(4);
        new PlannedKill(KillMoment.StartingUp, 0.5).After(start).ShouldBe(TimeSpan.FromSeconds(2));
        new PlannedKill(KillMoment.JustOpened, 0.5).After(start).ShouldBe(TimeSpan.FromMilliseconds(100));
        new PlannedKill(KillMoment.UnderLoad, 0.5).After(start).ShouldBe(TimeSpan.FromMilliseconds(1_700));
    }

    private static List<PlannedKill> Draw(ulong seed)
    {
        var random = new SeededRandomSource(seed);
        return [.. Enumerable.Range(0, 50).Select(_ => PlannedKill.Draw(random))];
    }
}
