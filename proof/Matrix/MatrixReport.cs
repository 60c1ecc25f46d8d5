namespace KakaoWorkflow.Proof.Matrix;

/// <summary>The runs that were played, counted.</summary>
/// <param name="runs">All of them. Those without a fault are there only when they failed.</param>
/// <param name="known">All runs that the matrix has, whether they were chosen or not.</param>
internal sealed class MatrixReport(IReadOnlyList<PlayedRun> runs, IReadOnlyList<PlannedRun> known)
{
    /// <summary>How many runs with a fault were chosen and played.</summary>
    public int Chosen { get; } = runs.Count(run => run.Planned.Faults is not null);

    /// <summary>How many runs with a fault there are, whether they were chosen or not.</summary>
    public int Known { get; } = known.Count;

    /// <summary>All runs.</summary>
    public IReadOnlyList<PlayedRun> Runs => runs;

    /// <summary>The runs after which something was not as it must be.</summary>
    public IReadOnlyList<PlayedRun> Failed { get; } = [.. runs.Where(run => run.Problems.Count > 0)];

    /// <summary>Runs per scenario and per kind of fault, then the failures, then the sum.</summary>
    public IEnumerable<string> Lines()
    {
        foreach (var scenario in runs.GroupBy(run => run.Planned.Scenario.Name))
        {
            yield return $"{scenario.Key}: {scenario.Count()} runs, ends: "
                + string.Join(", ", scenario.CountBy(run => run.End).Select(end => $"{end.Key} {end.Value}"));
        }
        foreach (var (kind, count) in runs.Where(run => run.Planned.Faults is not null).CountBy(run => run.Planned.Faults!.First.Kind)
            .OrderBy(kind => kind.Key))
            yield return $"{kind}: {count} runs";
        yield return $"{runs.Count(run => !run.HasStruck)} of them did not come to all that was to go wrong";
        foreach (var run in Failed)
            yield return run.ToString();
        yield return $"{runs.Count} runs, {Failed.Sum(run => run.Problems.Count)} violations";
    }

    /// <summary>What a run's name may have: scenarios, kinds of faults, and calls without their numbers.</summary>
    public IEnumerable<string> Choices()
    {
        yield return "A name is like: " + known[0];
        yield return "Scenarios: " + string.Join("; ", known.Select(run => run.Scenario.Name).Distinct());
        yield return "Faults: " + string.Join(", ", known.Select(run => run.Faults!.First.Kind).Distinct());
        yield return "Calls: " + string.Join(", ", known.Select(run => run.Faults!.First.Call.ToString().Split('#')[0]).Distinct().Order(StringComparer.Ordinal));
    }
}
