using System.Collections.Concurrent;
using KakaoWorkflow.Local.Faults.Play;
using KakaoWorkflow.Local.Progress;

namespace KakaoWorkflow.Local.Faults.Matrix;

/// <summary>Plays a cut of the matrix in several cafés at once, each with a clock and data of its own.</summary>
/// <param name="openAsync">Opens a café.</param>
/// <param name="cafes">How many cafés, at least 1. A café mostly looks whether anything still moves.</param>
internal sealed class MatrixRun(Func<Task<VirtualCafe>> openAsync, int cafes)
{
    /// <summary>All scenarios.</summary>
    public static IReadOnlyList<FaultScenario> Scenarios { get; } = [.. FaultScenarios.All, .. ReviewScenarios.All];

    /// <summary>Plays.</summary>
    /// <param name="cut">Which runs.</param>
    /// <param name="progress">Told how far it is, and of each violation; null for nobody.</param>
    /// <param name="cancellationToken">Stops between two runs.</param>
    public async Task<MatrixReport> PlayAsync(MatrixCut cut, LongRun? progress, CancellationToken cancellationToken)
    {
        progress?.Count.Doing($"opening {cafes} cafes");
        var open = await Task.WhenAll(Enumerable.Range(0, cafes).Select(_ => Task.Run(openAsync, cancellationToken)));
        try
        {
            return await PlayAsync([.. open.Select(cafe => new FaultMatrix(cafe))], cut, progress, cancellationToken);
        }
        finally
        {
            await Task.WhenAll(open.Select(cafe => cafe.DisposeAsync().AsTask()));
        }
    }

    private static async Task<MatrixReport> PlayAsync(
        IReadOnlyList<FaultMatrix> matrices, MatrixCut cut, LongRun? progress, CancellationToken cancellationToken)
    {
        progress?.Count.Doing("playing each scenario without a fault, to see what it calls");
        var plans = new ConcurrentDictionary<FaultScenario, IReadOnlyList<FaultPlan>>();
        var runs = new ConcurrentQueue<PlayedRun>();
        await WorkAsync(Scenarios, async (matrix, scenario) =>
        {
            var (whole, found) = await matrix.PlansOfAsync(scenario, cut.Pairs);
            plans[scenario] = found;
            if (whole.Problems.Count > 0)
                Keep(whole);
        });

        var known = Scenarios.SelectMany(scenario => plans[scenario].Select(plan => new PlannedRun(scenario, plan))).ToList();
        var chosen = cut.Of(known);
        progress?.Count.Begin(chosen.Count);
        await WorkAsync(chosen, async (matrix, planned) => Keep(await matrix.PlayAsync(planned.Scenario, planned.Faults)));
        return new MatrixReport([.. Scenarios.SelectMany(scenario => runs.Where(run => run.Planned.Scenario == scenario))], known);

        void Keep(PlayedRun run)
        {
            runs.Enqueue(run);
            progress?.Count.Add(run.Planned.Faults is null ? 0 : 1, run.Problems.Count);
            if (run.Problems.Count > 0)
                progress?.Say($"VIOLATED: {run}");
        }

        async Task WorkAsync<T>(IEnumerable<T> items, Func<FaultMatrix, T, Task> playAsync)
        {
            var left = new ConcurrentQueue<T>(items);
            await Task.WhenAll(matrices.Select(matrix => Task.Run(
                async () =>
                {
                    while (left.TryDequeue(out var item))
                    {
                        cancellationToken.ThrowIfCancellationRequested();
                        await playAsync(matrix, item);
                    }
                },
                cancellationToken)));
        }
    }
}
