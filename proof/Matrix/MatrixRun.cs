using System.Collections.Concurrent;
using KakaoWorkflow.Proof.Play;
using KakaoWorkflow.Proof.Progress;

namespace KakaoWorkflow.Proof.Matrix;

/// <summary>Plays a cut of the matrix in several cafés at once, each with a clock and data of its own.</summary>
/// <param name="openAsync">Opens a café.</param>
/// <param name="cafes">How many cafés, at least 1. A café mostly looks whether anything still moves.</param>
internal sealed class MatrixRun(Func<Task<VirtualCafe>> openAsync, int cafes)
{
    /// <summary>All scenarios.</summary>
    public static IReadOnlyList<FaultScenario> Scenarios { get; } = [.. FaultScenarios.All, .. ReviewScenarios.All];

    private readonly (VirtualCafe Cafe, FaultMatrix Matrix)?[] _open = new (VirtualCafe, FaultMatrix)?[cafes];

    /// <summary>Plays.</summary>
    /// <param name="cut">Which runs.</param>
    /// <param name="progress">Told how far it is, and of each violation; null for nobody.</param>
    /// <param name="cancellationToken">Stops between two runs.</param>
    public async Task<MatrixReport> PlayAsync(MatrixCut cut, LongRun? progress, CancellationToken cancellationToken)
    {
        try
        {
            return await PlayAllAsync(cut, progress, cancellationToken);
        }
        finally
        {
            await Task.WhenAll(Enumerable.Range(0, cafes).Select(CloseAsync));
        }
    }

    private async Task<MatrixReport> PlayAllAsync(MatrixCut cut, LongRun? progress, CancellationToken cancellationToken)
    {
        progress?.Count.Doing("playing each scenario without a fault, to see what it calls");
        var plans = new ConcurrentDictionary<FaultScenario, IReadOnlyList<FaultPlan>>();
        var runs = new ConcurrentQueue<PlayedRun>();
        await WorkAsync(Scenarios, async (matrix, scenario) =>
        {
            var (whole, found) = await matrix.PlansOfAsync(scenario, cut.Pairs);
            plans[scenario] = found;
            return whole.Problems.Count == 0 || Keep(whole);
        });

        var known = Scenarios.SelectMany(scenario => plans[scenario].Select(plan => new PlannedRun(scenario, plan))).ToList();
        var chosen = cut.Of(known);
        progress?.Count.Begin(chosen.Count);
        await WorkAsync(chosen, async (matrix, planned) => Keep(await matrix.PlayAsync(planned.Scenario, planned.Faults)));
        return new MatrixReport([.. Scenarios.SelectMany(scenario => runs.Where(run => run.Planned.Scenario == scenario))], known);

        bool Keep(PlayedRun run)
        {
            runs.Enqueue(run);
            progress?.Count.Add(run.Planned.Faults is null ? 0 : 1, run.Problems.Count);
            if (run.Problems.Count > 0)
                progress?.Say($"VIOLATED: {run}");
            return run.Problems.Count == 0;
        }

        async Task WorkAsync<T>(IEnumerable<T> items, Func<FaultMatrix, T, Task<bool>> playAsync)
        {
            var left = new ConcurrentQueue<T>(items);
            await Task.WhenAll(Enumerable.Range(0, cafes).Select(number => Task.Run(
                async () =>
                {
                    while (left.TryDequeue(out var item))
                    {
                        cancellationToken.ThrowIfCancellationRequested();
                        // What a violation leaves behind must not spoil the runs after it.
                        if (!await playAsync(await MatrixAsync(number), item))
                            await CloseAsync(number);
                    }
                },
                cancellationToken)));
        }
    }

    private async Task<FaultMatrix> MatrixAsync(int number)
    {
        if (_open[number] is not { } open)
        {
            var cafe = await openAsync();
            _open[number] = open = (cafe, new FaultMatrix(cafe));
        }
        return open.Matrix;
    }

    private async Task CloseAsync(int number)
    {
        if (_open[number] is not { } open)
            return;
        _open[number] = null;
        await open.Cafe.DisposeAsync();
    }
}
