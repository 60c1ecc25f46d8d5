using KakaoWorkflow.Proof.Chaos;

namespace KakaoWorkflow.Tests.Proof.Chaos;

public sealed class ChaosPlanTests
{
    [Fact]
    public void SameSeed_GivesTheSameSchedule()
    {
        new ChaosPlan(1, 500, 50).Digest().ShouldBe(new ChaosPlan(1, 500, 50).Digest());
        new ChaosPlan(1, 500, 50).Round(7).ToJson().ShouldBe(new ChaosPlan(1, 500, 50).Round(7).ToJson());
    }

    [Fact]
    public void OtherSeedOrRound_GivesAnotherSchedule()
    {
        new ChaosPlan(2, 500, 50).Digest().ShouldNotBe(new ChaosPlan(1, 500, 50).Digest());
        Enumerable.Range(1, 10).Select(round => new ChaosPlan(1, 500, 50).Round(round).Digest()).Distinct().Count().ShouldBe(10);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(50, 1)]
    [InlineData(51, 2)]
    [InlineData(10_000, 200)]
    public void Orders_AreSpreadOverRounds(int orders, int rounds)
    {
        var plan = new ChaosPlan(3, orders, 50);
        plan.Rounds.ShouldBe(rounds);
        Enumerable.Range(1, rounds).Sum(round => plan.Round(round).Orders).ShouldBe(orders);
    }

    [Fact]
    public void Schedules_HaveEveryConductEveryMoveAndOverlappingErrands()
    {
        var errands = Enumerable.Range(1, 20).SelectMany(round => new ChaosPlan(1, 1_000, 50).Round(round).Customers).ToList();
        errands.SelectMany(customer => customer.Errands).Select(errand => errand.Conduct).Distinct().Count().ShouldBe(Enum.GetValues<Conduct>().Length);
        errands.SelectMany(customer => customer.Errands).Select(errand => errand.Cafe).Distinct().Count().ShouldBe(Enum.GetValues<CafeMove>().Length);
        errands.ShouldContain(customer => customer.Errands.Count == 2 && Math.Abs(customer.Errands[0].AfterSeconds - customer.Errands[1].AfterSeconds) < 30);
    }
}
