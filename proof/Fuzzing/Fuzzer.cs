using KakaoWorkflow.Proof.Fuzzing.Inputs;
using KakaoWorkflow.Proof.Fuzzing.Running;
using KakaoWorkflow.Proof.Fuzzing.Targets;
using KakaoWorkflow.Proof.Fuzzing.Worlds;
using KakaoWorkflow.Proof.Progress;

namespace KakaoWorkflow.Proof.Fuzzing;

/// <summary>Sends hostile input to every function on every way on which input comes from outside, and judges what becomes of it.</summary>
/// <param name="worlds">Makes the worlds.</param>
internal sealed class Fuzzer(WorldBuilder worlds)
{
    /// <summary>Tries the inputs.</summary>
    /// <param name="options">Which.</param>
    /// <param name="count">Counts inputs; null for nobody.</param>
    /// <param name="cancellationToken">Stops between two inputs.</param>
    public async Task<FuzzReport> RunAsync(FuzzOptions options, RunCount? count, CancellationToken cancellationToken)
    {
        var report = new FuzzReport();
        if (options.Only is { } only)
        {
            await TryAsync(await worlds.BuildAsync(0, cancellationToken), options.Seed, only, report);
            return report;
        }
        var next = 0;
        count?.Begin(options.Inputs);
        await Task.WhenAll(Enumerable.Range(0, options.Workers).Select(worker => Task.Run(() => WorkAsync(worker), cancellationToken)));
        return report;

        async Task WorkAsync(int worker)
        {
            var world = await worlds.BuildAsync(worker, cancellationToken);
            for (var number = Interlocked.Increment(ref next); number <= options.Inputs; number = Interlocked.Increment(ref next))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var findings = await TryAsync(world, options.Seed, number, report);
                count?.Add(1, findings);
            }
        }
    }

    /// <returns>How many findings there are more.</returns>
    private static async Task<int> TryAsync(FuzzWorld world, ulong seed, int number, FuzzReport report)
    {
        var random = FuzzRandom.Of(seed, number);
        var target = FuzzTargets.Choose(random);
        var input = target.Create(random, world);
        var trial = new Trial
        {
            KakaoPay = input.KakaoPay ?? ((operation, tid) => GenuineReplies.Of(world, operation, tid)),
            ExecutionsRun = input.ExecutionsRun,
        };
        var outcome = await trial.RunAsync(() => world.CallAsync(input.Function, input.Event, trial.Log));
        var verdict = input.Judge(outcome);
        if (outcome.Writes.Any())
            await world.Items.RestoreAsync(outcome.Calls);
        var findings = verdict.Problems.ToList();
        report.Add(
            target.Name, input.Function, input.Kind, verdict.IsAccepted,
            findings.Select(problem => new Finding(seed, number, target.Name, input.Function, input.Kind, problem, input.Shown ?? input.Event)));
        return findings.Count;
    }
}
