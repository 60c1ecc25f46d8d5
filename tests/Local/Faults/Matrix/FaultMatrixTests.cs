using KakaoWorkflow.Local.Faults.Injection;
using KakaoWorkflow.Local.Faults.Matrix;
using KakaoWorkflow.Local.Faults.Play;
using KakaoWorkflow.Tests.Local.Processes;

namespace KakaoWorkflow.Tests.Local.Faults.Matrix;

/// <summary>
/// A part of the matrix; <c>KAKAOWORKFLOW_FAULTS_SEED</c> chooses another one. The command <c>faults</c> of the local edition
/// plays the whole.
/// </summary>
public sealed class FaultMatrixTests(ITestOutputHelper output)
{
    private const int Cafes = 4;

    [Fact]
    public async Task EveryFaultOfEveryCall_AfterRecovery_LeavesNoViolation()
    {
        var part = int.TryParse(Environment.GetEnvironmentVariable("KAKAOWORKFLOW_FAULTS_SEED"), out var seed) ? seed : 0;
        var run = new MatrixRun(() => VirtualCafe.OpenAsync(RealTime.Clock), Cafes);
        var report = await run.PlayAsync(new MatrixCut { Part = part }, null, TestContext.Current.CancellationToken);
        foreach (var line in report.Lines())
            output.WriteLine(line);
        report.Runs.ShouldNotBeEmpty();
        report.Failed.Select(run => run.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Withdrawal_WhileAnApprovalWasCutOffAfterItsCapture_IsRefunded()
    {
        await using var cafe = await VirtualCafe.OpenAsync(RealTime.Clock);
        var scenario = FaultScenarios.All.Single(scenario => scenario.Name == "withdrawn while captured");
        var fault = new Fault(new CallName("ApprovePayment", "kakaopay", "approve", 0), FaultKind.KilledAfter);
        var run = await new FaultMatrix(cafe).PlayAsync(scenario, fault);
        run.HasStruck.ShouldBeTrue();
        run.Problems.ShouldBeEmpty();
        run.End.ShouldBe(scenario.End);
    }
}
