namespace KakaoWorkflow.Tests.Proof.Matrix;

/// <summary>A draw of the matrix of pairs; <c>KAKAOWORKFLOW_FAULTS_SEED</c> draws others.</summary>
public sealed class FaultPairTests
{
    [Fact]
    public async Task PairsOfFaults_AfterRecovery_LeaveNoViolation()
    {
        var report = await PlayedCut.PlayAsync(new MatrixCut { Pairs = true, Sample = PlayedCut.SampledRuns, Seed = PlayedCut.Seed });

        report.Chosen.ShouldBe(PlayedCut.SampledRuns);
    }
}
