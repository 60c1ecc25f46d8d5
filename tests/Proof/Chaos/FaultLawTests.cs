using KakaoWorkflow.Proof.Chaos;

namespace KakaoWorkflow.Tests.Proof.Chaos;

public sealed class FaultLawTests
{
    private static readonly IReadOnlyList<CallName> Calls =
    [
        .. from number in Enumerable.Range(0, 5_000)
           from call in new[] { ("dynamodb", "GetItem"), ("sqs", "SendMessage"), ("kakaopay", "approve"), ("states", "SendTaskSuccess") }
           select new CallName("F", call.Item1, call.Item2, number) { Subject = "c1" },
    ];

    [Fact]
    public void Law_StrikesAboutAsManyAsItSays_WithEveryKind()
    {
        var struck = Calls.Select(new FaultLaw(7, 1_000).Of).OfType<FaultKind>().ToList();
        struck.Count.ShouldBeInRange(Calls.Count / 14, Calls.Count / 9);
        struck.Distinct().Count().ShouldBe(Enum.GetValues<FaultKind>().Length);
    }

    [Fact]
    public void Law_DependsOnSeedAndSubject()
    {
        Calls.Select(new FaultLaw(7, 500).Of).ShouldBe(Calls.Select(new FaultLaw(7, 500).Of));
        Calls.Select(new FaultLaw(8, 500).Of).ShouldNotBe(Calls.Select(new FaultLaw(7, 500).Of));
        Calls.Select(call => new FaultLaw(7, 500).Of(call with { Subject = "c2" })).ShouldNotBe(Calls.Select(new FaultLaw(7, 500).Of));
    }

    [Fact]
    public void LowerThreshold_StrikesAPartOfTheSameCalls()
    {
        var (all, half) = (new FaultLaw(7, 600), new FaultLaw(7, 300));
        var kept = Calls.Where(call => half.Of(call) is not null).ToList();
        kept.ShouldNotBeEmpty();
        kept.ShouldAllBe(call => half.Of(call) == all.Of(call));
        Calls.Count(call => all.Of(call) is not null).ShouldBeGreaterThan(kept.Count);
    }

    [Fact]
    public void NoFaults_StrikeNothing() => Calls.ShouldAllBe(call => new FaultLaw(7, 0).Of(call) == null);
}
