namespace KakaoWorkflow.Tests.Proof.Matrix;

/// <summary>
/// A part of the matrix; <c>KAKAOWORKFLOW_FAULTS_SEED</c> chooses another one. The command <c>faults</c> of the local edition
/// plays the whole.
/// </summary>
public sealed class FaultMatrixTests
{
    /// <summary>A slow machine makes a few calls more; a part is what the hash of a run's name makes it.</summary>
    private const int LeastRuns = 300;
    private const int LeastKnownRuns = LeastRuns * MatrixCut.Parts;

    [Fact]
    public async Task EveryFaultOfEveryCall_AfterRecovery_LeavesNoViolation()
    {
        var report = await PlayedCut.PlayAsync(new MatrixCut { Part = (int)(PlayedCut.Seed % MatrixCut.Parts) });

        report.Known.ShouldBeGreaterThan(LeastKnownRuns);
        report.Chosen.ShouldBeGreaterThan(LeastRuns);
    }
}
