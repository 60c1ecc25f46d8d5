namespace KakaoWorkflow.Tests.Proof.Matrix;

/// <summary>A draw of the matrix, with indexes that are late; <c>KAKAOWORKFLOW_FAULTS_SEED</c> draws others.</summary>
public sealed class LateIndexMatrixTests
{
    [Fact]
    public async Task Faults_WithAnIndexThatIsMinutesLate_LeaveNoViolation()
    {
        var report = await PlayedCut.PlayAsync(
            new MatrixCut { Sample = PlayedCut.SampledRuns, Seed = PlayedCut.Seed }, indexLag: TimeSpan.FromMinutes(5));

        report.Chosen.ShouldBe(PlayedCut.SampledRuns);
    }
}
