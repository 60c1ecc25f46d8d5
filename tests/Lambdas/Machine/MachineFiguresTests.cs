using KakaoWorkflow.Payments;
using KakaoWorkflow.Tests.Lambdas.Machine.Rules;

namespace KakaoWorkflow.Tests.Lambdas.Machine;

/// <summary>What the proofs rest on, in numbers and names.</summary>
public sealed class MachineFiguresTests(ITestOutputHelper output)
{
    private static readonly OrderMachine Machine = OrderMachine.AsDeployed;

    [Fact]
    public void HappyPaths_AreTheTwoThatADesignerWouldDraw()
    {
        var paths = GraphRules.HappyPaths(Machine).Select(path => string.Join(" > ", path)).ToList();
        foreach (var path in paths)
            output.WriteLine(path);
        paths.ShouldBe(
            [
                "Quote > ReservePoints > PaymentNeeded > CommitOrder > AnnounceOrder",
                "Quote > ReservePoints > PaymentNeeded > PreparePayment > AwaitApproval > ApprovePayment > CommitOrder > AnnounceOrder",
            ],
            ignoreOrder: true);
    }

    /// <summary>
    /// All other cycles go through AwaitOperator: each turn needs a person's word, and a week without one ends the execution.
    /// One is bounded by time: ResolvePayment leads back only until KakaoPay's time for the approval is over, and each turn waits.
    /// In the other one each turn needs a customer who brings another token, and after KakaoPay's time none is taken.
    /// </summary>
    [Fact]
    public void Cycles_WithoutAnOperator_AreTheRepeatedApprovalAndTheOtherToken()
    {
        var cycles = StateGraph.Of(Machine.Definition).Without(name => name == StateName.AwaitOperator).Cycles()
            .Select(cycle => string.Join(" > ", cycle)).ToList();
        cycles.ShouldBe(["ApprovePayment > AwaitApproval", "ApprovePayment > ResolvePayment > PauseBeforeApproval"], ignoreOrder: true);

        var pauseSeconds = Machine.Definition.Root.States[StateName.PauseBeforeApproval].ShouldBeOfType<WaitState>().Seconds;
        var turns = (PaymentTerms.ApprovalWindow + PaymentTerms.Grace).TotalSeconds / pauseSeconds.ShouldNotBeNull();
        output.WriteLine($"at most {turns:0} turns");
        turns.ShouldBeLessThan(200);
        Machine.Definition.Root.States[StateName.AwaitOperator].ShouldBeOfType<TaskState>().TimeoutSeconds.ShouldNotBeNull();
    }

    [Fact]
    public void SlowestPath_LeavesTimeForASecondOperator()
    {
        var (path, time) = WorstCase.SlowestPath(Machine);
        var limit = TimeSpan.FromSeconds(Machine.Definition.TimeoutSeconds.ShouldNotBeNull());
        output.WriteLine($"{time.TotalSeconds:0} s ({time.TotalDays:0.0} days of {limit.TotalDays:0.0}): {string.Join(" > ", path)}");
        var operatorTime = WorstCase.Of(Machine.Definition.Root.States[StateName.AwaitOperator], Machine);
        (time + operatorTime).ShouldBeLessThan(limit);
    }

    [Fact]
    public void Exploration_IsLargeAndEnds()
    {
        var situations = Machine.Space.Predecessors.Count;
        output.WriteLine($"{situations} situations, {Machine.Space.Endings.Count} of them can end the execution");
        situations.ShouldBeInRange(200, 20_000);
        Machine.Space.Endings.Select(ending => ending.Last.State).Distinct().ShouldBe(
            [StateName.AnnounceOrder, StateName.ReleasePoints, "Rejected"], ignoreOrder: true);
    }
}
