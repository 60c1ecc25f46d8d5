namespace KakaoWorkflow.Tests.Proof.Matrix;

/// <summary>A customer withdraws while the approval is under way.</summary>
public sealed class WithdrawalTests
{
    [Fact]
    public async Task Withdrawal_WithAnApprovalUnderWayAndALateIndex_IsNeverUncheckedTooEarly() =>
        await PlayAsync(FaultKind.ZombieLate, TimeSpan.FromMinutes(5));

    [Fact]
    public async Task Withdrawal_WhileAnApprovalWasCutOffAfterItsCapture_IsRefunded()
    {
        var run = await PlayAsync(FaultKind.KilledAfter, indexLag: null);
        run.End.ShouldBe(run.Planned.Scenario.End);
    }

    private static async Task<PlayedRun> PlayAsync(FaultKind kind, TimeSpan? indexLag)
    {
        await using var cafe = await VirtualCafe.OpenAsync(RealTime.Clock, indexLag: indexLag);
        var scenario = FaultScenarios.All.Single(scenario => scenario.Name == "withdrawn while captured");
        var fault = new Fault(new CallName("ApprovePayment", "kakaopay", "approve", 0), kind);
        var run = await new FaultMatrix(cafe).PlayAsync(scenario, new FaultPlan(fault));
        run.HasStruck.ShouldBeTrue();
        run.Problems.ShouldBeEmpty();
        return run;
    }
}
