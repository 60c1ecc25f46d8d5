namespace KakaoWorkflow.Tests.Proof.Matrix;

public sealed class MatrixCutTests
{
    private static readonly CallName Get = new("Quote", "dynamodb", "GetItem", 0);
    private static readonly CallName Send = new("PayLink", "sqs", "SendMessage", 0);
    private static readonly CallName Look = new("ReconcileOrders", "dynamodb", "Query", 0);
    private static readonly FaultScenario Scenario = new("plain", "PAID", _ => Task.CompletedTask)
    {
        Faults = [new(Get, FaultKind.AnswerLost)],
    };

    private static IReadOnlyList<PlannedRun> Runs(bool pairs) =>
        [.. FaultPlan.All([Get, Send, Get with { Ordinal = 1 }], pairs).Select(plan => new PlannedRun(Scenario, plan))];

    [Fact]
    public void Parts_TogetherAreTheWhole()
    {
        var parts = Enumerable.Range(0, MatrixCut.Parts).SelectMany(part => new MatrixCut { Part = part }.Of(Runs(pairs: false)));
        parts.Select(run => run.ToString()).Order(StringComparer.Ordinal)
            .ShouldBe(Runs(pairs: false).Select(run => run.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Sample_IsTheSameForTheSameSeed()
    {
        var runs = Runs(pairs: true);
        var first = new MatrixCut { Sample = 20, Seed = 1 }.Of(runs);
        first.Count.ShouldBe(20);
        new MatrixCut { Sample = 20, Seed = 1 }.Of([.. runs.Reverse()]).ShouldBe(first);
        new MatrixCut { Sample = 20, Seed = 2 }.Of(runs).ShouldNotBe(first);
        new MatrixCut { Only = "typo" }.Of(runs).ShouldBeEmpty();
    }

    [Fact]
    public void Pairs_HaveEveryFaultOfEachOfTheNextThreeCalls()
    {
        var runs = Runs(pairs: true);
        runs.Select(run => run.ToString()).ShouldBeUnique();
        var seconds = runs.Where(run => run.Faults!.First == new Fault(Get, FaultKind.KilledAfter)).Select(run => run.Faults!.Second!).ToList();
        seconds.Select(second => second.CallsLater).Distinct().ShouldBe([1, 2, 3]);
        seconds.Where(second => second.CallsLater == 1).Select(second => second.Kind).ShouldContain(FaultKind.MessageDropped);
    }

    [Fact]
    public void Law_StrikesTheFirstCallThenTheSecondAndLetsLooksPass()
    {
        var law = new PlanLaw(Scenario, new FaultPlan(new Fault(Get, FaultKind.KilledBefore), new SecondFault(2, FaultKind.AnswerLost)));
        law.Strike(Send).ShouldBeNull();
        law.Strike(Get).ShouldBe(FaultKind.KilledBefore, "it takes the place of the scenario's own fault");
        law.Strike(Look).ShouldBeNull();
        law.Strike(Send).ShouldBeNull();
        law.HasStruck.ShouldBeFalse();
        law.Strike(Send with { Ordinal = 1 }).ShouldBe(FaultKind.AnswerLost);
        law.HasStruck.ShouldBeTrue();
        law.Strike(Send with { Ordinal = 2 }).ShouldBeNull();
    }

    [Fact]
    public void Law_DoesNotStrikeACallThatCannotHaveTheFault()
    {
        var law = new PlanLaw(Scenario, new FaultPlan(new Fault(Get, FaultKind.NeverSent), new SecondFault(1, FaultKind.MessageTwice)));
        law.Strike(Get).ShouldBe(FaultKind.NeverSent);
        law.Strike(Get with { Ordinal = 1 }).ShouldBeNull();
        law.HasStruck.ShouldBeFalse();
    }
}
