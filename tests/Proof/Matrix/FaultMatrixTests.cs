using KakaoWorkflow.Proof.Injection;
using KakaoWorkflow.Proof.Matrix;
using KakaoWorkflow.Proof.Play;
using KakaoWorkflow.Tests.Support.Clocks;

namespace KakaoWorkflow.Tests.Proof.Matrix;

/// <summary>
/// Parts of the matrix; <c>KAKAOWORKFLOW_FAULTS_SEED</c> chooses other ones. The command <c>faults</c> of the local edition
/// plays the whole.
/// </summary>
public sealed class FaultMatrixTests(ITestOutputHelper output)
{
    private const int Cafes = 4;
    private const int SampledRuns = 100;

    [Fact]
    public async Task EveryFaultOfEveryCall_AfterRecovery_LeavesNoViolation() =>
        await PlayAsync(new MatrixCut { Part = (int)(Seed % MatrixCut.Parts) }, indexLag: null);

    [Fact]
    public async Task PairsOfFaults_AfterRecovery_LeaveNoViolation() =>
        await PlayAsync(new MatrixCut { Pairs = true, Sample = SampledRuns, Seed = Seed }, indexLag: null);

    [Fact]
    public async Task Faults_WithAnIndexThatIsMinutesLate_LeaveNoViolation() =>
        await PlayAsync(new MatrixCut { Sample = SampledRuns, Seed = Seed }, TimeSpan.FromMinutes(5));

    [Fact]
    public async Task Withdrawal_WithAnApprovalUnderWayAndALateIndex_IsNeverUncheckedTooEarly()
    {
        await using var cafe = await VirtualCafe.OpenAsync(RealTime.Clock, indexLag: TimeSpan.FromMinutes(5));
        var scenario = FaultScenarios.All.Single(scenario => scenario.Name == "withdrawn while captured");
        var fault = new Fault(new CallName("ApprovePayment", "kakaopay", "approve", 0), FaultKind.ZombieLate);
        var run = await new FaultMatrix(cafe).PlayAsync(scenario, new FaultPlan(fault));
        run.HasStruck.ShouldBeTrue();
        run.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Withdrawal_WhileAnApprovalWasCutOffAfterItsCapture_IsRefunded()
    {
        await using var cafe = await VirtualCafe.OpenAsync(RealTime.Clock);
        var scenario = FaultScenarios.All.Single(scenario => scenario.Name == "withdrawn while captured");
        var fault = new Fault(new CallName("ApprovePayment", "kakaopay", "approve", 0), FaultKind.KilledAfter);
        var run = await new FaultMatrix(cafe).PlayAsync(scenario, new FaultPlan(fault));
        run.HasStruck.ShouldBeTrue();
        run.Problems.ShouldBeEmpty();
        run.End.ShouldBe(scenario.End);
    }

    private static ulong Seed => ulong.TryParse(Environment.GetEnvironmentVariable("KAKAOWORKFLOW_FAULTS_SEED"), out var seed) ? seed : 0;

    private async Task PlayAsync(MatrixCut cut, TimeSpan? indexLag)
    {
        var run = new MatrixRun(() => VirtualCafe.OpenAsync(RealTime.Clock, indexLag: indexLag), Cafes);
        var report = await run.PlayAsync(cut, null, TestContext.Current.CancellationToken);
        foreach (var line in report.Lines())
            output.WriteLine(line);
        report.Chosen.ShouldBePositive();
        report.Failed.Select(run => run.ToString()).ShouldBeEmpty();
    }
}
