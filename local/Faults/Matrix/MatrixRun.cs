using System.Collections.Concurrent;
using KakaoWorkflow.Local.Faults.Injection;
using KakaoWorkflow.Local.Faults.Play;

namespace KakaoWorkflow.Local.Faults.Matrix;

/// <summary>Plays a cut of the matrix in several cafés at once, each with a clock and data of its own.</summary>
/// <param name="openAsync">Opens a café.</param>
/// <param name="cafes">How many cafés, at least 1. A café mostly looks whether anything still moves.</param>
internal sealed class MatrixRun(Func<Task<VirtualCafe>> openAsync, int cafes)
{
    /// <summary>Plays.</summary>
    /// <param name="cut">Which runs.</param>
    /// <param name="played">Told of each run, one at a time; null for nobody.</param>
    /// <param name="cancellationToken">Stops between two runs.</param>
    public async Task<MatrixReport> PlayAsync(MatrixCut cut, Action<PlayedRun>? played, CancellationToken cancellationToken)
    {
        var scenarios = new ConcurrentQueue<FaultScenario>(FaultScenarios.All);
        var faults = new ConcurrentQueue<(FaultScenario Scenario, Fault Fault)>();
        var runs = new ConcurrentQueue<PlayedRun>();
        var told = new Lock();
        await Task.WhenAll(Enumerable.Range(0, cafes).Select(_ => Task.Run(WorkAsync, cancellationToken)));
        return new MatrixReport([.. FaultScenarios.All.SelectMany(scenario => runs.Where(run => run.Scenario == scenario))]);

        async Task WorkAsync()
        {
            await using var cafe = await openAsync();
            var matrix = new FaultMatrix(cafe);
            // Scenarios first: what they call is what can fail.
            while (scenarios.TryDequeue(out var scenario))
            {
                foreach (var fault in (await matrix.FaultsOfAsync(scenario)).Where(fault => cut.Has(scenario, fault)))
                    faults.Enqueue((scenario, fault));
            }
            while (faults.TryDequeue(out var next))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var run = await matrix.PlayAsync(next.Scenario, next.Fault);
                runs.Enqueue(run);
                lock (told)
                    played?.Invoke(run);
            }
        }
    }
}
