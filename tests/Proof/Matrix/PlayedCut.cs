namespace KakaoWorkflow.Tests.Proof.Matrix;

/// <summary>Plays a cut of the matrix for a test, and shows what was played.</summary>
internal static class PlayedCut
{
    /// <summary>How many runs are drawn where a cut is a draw.</summary>
    public const int SampledRuns = 100;

    private const int Cafes = 4;

    /// <summary>Chooses the part or the draw: <c>KAKAOWORKFLOW_FAULTS_SEED</c>, or 0.</summary>
    public static ulong Seed => ulong.TryParse(Environment.GetEnvironmentVariable("KAKAOWORKFLOW_FAULTS_SEED"), out var seed) ? seed : 0;

    /// <summary>Plays a cut, in which nothing may be violated.</summary>
    /// <param name="cut">The cut.</param>
    /// <param name="indexLag">How late the table's indexes are; null when they are not.</param>
    public static async Task<MatrixReport> PlayAsync(MatrixCut cut, TimeSpan? indexLag = null)
    {
        var run = new MatrixRun(() => VirtualCafe.OpenAsync(RealTime.Clock, indexLag: indexLag), Cafes);
        var report = await run.PlayAsync(cut, null, TestContext.Current.CancellationToken);
        foreach (var line in report.Lines())
            TestContext.Current.TestOutputHelper!.WriteLine(line);
        report.Failed.Select(run => run.ToString()).ShouldBeEmpty();
        return report;
    }
}
