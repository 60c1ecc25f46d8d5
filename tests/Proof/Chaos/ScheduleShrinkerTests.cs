using KakaoWorkflow.Proof.Chaos;

namespace KakaoWorkflow.Tests.Proof.Chaos;

public sealed class ScheduleShrinkerTests
{
    private static readonly Fault Needed = new(new CallName("Pay", "states", "StartExecution", 0) { Subject = "c2" }, FaultKind.ZombieLate);

    private static readonly ChaosSchedule Large = ScheduleShrinker.Spell(
        new ChaosPlan(11, 40, 40).Round(1),
        [.. Enumerable.Range(0, 30).Select(number => Needed with { Call = Needed.Call with { Ordinal = number + 1 } }), Needed, Needed]);

    [Fact]
    public async Task FailingSchedule_ShrinksToWhatItNeedsToFail()
    {
        var smallest = await ScheduleShrinker.ShrinkAsync(Large, schedule => Task.FromResult(Fails(schedule)), maxTries: 10_000);
        smallest.Faults.ShouldBe([Needed]);
        var errand = smallest.Customers.ShouldHaveSingleItem().Errands.ShouldHaveSingleItem();
        (errand.Conduct, errand.Quantity, errand.Points, errand.BadDay, errand.Cafe).ShouldBe((Conduct.Quits, 1, null, null, CafeMove.None));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task Shrinking_PlaysNoMoreThanItMay(int most)
    {
        var tries = 0;
        await ScheduleShrinker.ShrinkAsync(Large, schedule => Task.FromResult(++tries < 0), most);
        tries.ShouldBe(most);
    }

    [Fact]
    public void Law_IsLeftOutOrHalved()
    {
        var schedule = new ChaosSchedule(Large.Customers) { Law = new FaultLaw(3, 100) };
        var laws = ScheduleShrinker.Smaller(schedule).Select(smaller => smaller.Law).Distinct().ToList();
        laws.ShouldContain((FaultLaw?)null);
        laws.ShouldContain(new FaultLaw(3, 50));
    }

    private static bool Fails(ChaosSchedule schedule) => schedule.Faults.Contains(Needed)
        && schedule.Customers.Any(customer => customer.Errands.Any(errand => errand.Conduct == Conduct.Quits));
}
