namespace KakaoWorkflow.Local.Faults.Matrix;

/// <summary>The runs that were played, counted.</summary>
/// <param name="runs">All of them, each with a fault.</param>
internal sealed class MatrixReport(IReadOnlyList<PlayedRun> runs)
{
    /// <summary>All runs.</summary>
    public IReadOnlyList<PlayedRun> Runs => runs;

    /// <summary>The runs after which something was not as it must be.</summary>
    public IReadOnlyList<PlayedRun> Failed { get; } = [.. runs.Where(run => run.Problems.Count > 0)];

    /// <summary>Runs per scenario and per kind of fault, then the failures, then the sum.</summary>
    public IEnumerable<string> Lines()
    {
        foreach (var scenario in runs.GroupBy(run => run.Scenario.Name))
        {
            yield return $"{scenario.Key}: {scenario.Count()} runs, ends: "
                + string.Join(", ", scenario.CountBy(run => run.End).Select(end => $"{end.Key} {end.Value}"));
        }
        foreach (var (kind, count) in runs.CountBy(run => run.Fault!.Kind).OrderBy(kind => kind.Key))
            yield return $"{kind}: {count} runs";
        yield return $"{runs.Count(run => !run.HasStruck)} of them did not come to the call";
        foreach (var run in Failed)
            yield return run.ToString();
        yield return $"{runs.Count} runs, {Failed.Sum(run => run.Problems.Count)} violations";
    }
}
