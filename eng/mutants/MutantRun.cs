using System.Collections.Concurrent;
using KakaoWorkflow.Local.Progress;

namespace KakaoWorkflow.Mutants;

/// <summary>Tries mutants against the tests, several at once: each against the tests near to it, and then the survivors against all.</summary>
internal sealed class MutantRun(string root, MutantCompiler compiler, Judgements judgements, LongRun progress, TimeProvider time)
{
    private const int LimitFactor = 4;

    private static readonly TimeSpan LimitBase = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private readonly TestChoice _tests = new(root);

    /// <summary>How long some tests may take, by what they take on the whole code.</summary>
    private readonly ConcurrentDictionary<string, Lazy<Task<TimeSpan>>> _limits = new(StringComparer.Ordinal);

    /// <summary>Tries what is not judged yet.</summary>
    /// <param name="mutants">The mutants.</param>
    /// <param name="workers">How many at once.</param>
    /// <param name="isWide">Whether survivors are tried against all tests, which take minutes each.</param>
    /// <param name="cancellationToken">Stops; what is judged until then is kept.</param>
    /// <exception cref="InvalidOperationException">The tests do not pass on the whole code.</exception>
    public async Task RunAsync(IReadOnlyList<Mutant> mutants, int workers, bool isWide, CancellationToken cancellationToken)
    {
        await PassAsync([.. mutants.Where(mutant => judgements.Find(mutant) is null)], workers, NearAsync, cancellationToken);
        if (isWide)
            await PassAsync([.. mutants.Where(mutant => judgements.Find(mutant)?.Verdict == Verdict.SurvivedNear)], workers, WideAsync, cancellationToken);
    }

    private async Task PassAsync(
        IReadOnlyList<Mutant> mutants, int workers, Func<Bench, Mutant, CancellationToken, Task<(Verdict, string?)>> judge, CancellationToken cancellationToken)
    {
        progress.Count.Begin(mutants.Count);
        var left = new ConcurrentQueue<Mutant>(mutants);
        await Task.WhenAll(Enumerable.Range(0, Math.Min(workers, mutants.Count)).Select(_ => Task.Run(WorkAsync, cancellationToken)));

        async Task WorkAsync()
        {
            await using var bench = new Bench(root);
            while (left.TryDequeue(out var mutant))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var (verdict, by) = await judge(bench, mutant, cancellationToken);
                judgements.Add(mutant, verdict, by);
                var survived = verdict is Verdict.Survived or Verdict.SurvivedNear;
                progress.Count.Add(1, survived ? 1 : 0);
                if (survived)
                    progress.Say($"survived  {mutant.File}:{mutant.Line} {mutant.Member}: {mutant.Before} → {mutant.After}");
            }
        }
    }

    private async Task<(Verdict, string?)> NearAsync(Bench bench, Mutant mutant, CancellationToken cancellationToken)
    {
        if (compiler.Emit(mutant, cancellationToken) is not { } assembly)
            return (Verdict.NoCode, null);
        foreach (var tests in _tests.Near(mutant))
        {
            if (await TryAsync(bench, assembly, tests, cancellationToken) is { } end)
                return end;
        }
        return (Verdict.SurvivedNear, null);
    }

    private async Task<(Verdict, string?)> WideAsync(Bench bench, Mutant mutant, CancellationToken cancellationToken) =>
        await TryAsync(bench, compiler.Emit(mutant, cancellationToken)!, TestChoice.Wide, cancellationToken) ?? (Verdict.Survived, null);

    /// <returns>Null when all tests pass.</returns>
    private async Task<(Verdict, string?)?> TryAsync(Bench bench, byte[] assembly, TestFilter tests, CancellationToken cancellationToken)
    {
        var limit = await _limits.GetOrAdd(tests.ToString(), _ => new Lazy<Task<TimeSpan>>(() => MeasureAsync(bench, tests, cancellationToken))).Value;
        if (await bench.RunAsync(assembly, tests, limit, cancellationToken) is not { } answer)
            return (Verdict.TimedOut, null);
        return answer.FailedTest is { } test ? (Verdict.Caught, test) : null;
    }

    private async Task<TimeSpan> MeasureAsync(Bench bench, TestFilter tests, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var answer = await bench.RunAsync(compiler.EmitWhole(cancellationToken), tests, Patience, cancellationToken);
        if (answer is not { FailedTest: null, Passed: > 0 })
            throw new InvalidOperationException($"The tests {tests} must pass before anything is changed. {answer?.FailedTest} {answer?.Why}");
        return LimitBase + (time.GetElapsedTime(started) * LimitFactor);
    }
}
