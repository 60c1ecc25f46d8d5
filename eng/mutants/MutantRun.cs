using System.Collections.Concurrent;
using KakaoWorkflow.Proof.Progress;

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

    private MutantAssembly _all = null!;

    /// <summary>Tries what is not judged yet.</summary>
    /// <param name="mutants">The mutants.</param>
    /// <param name="workers">How many at once.</param>
    /// <param name="isWide">Whether survivors are tried against all tests, which take minutes each.</param>
    /// <param name="cancellationToken">Stops; what is judged until then is kept.</param>
    /// <exception cref="InvalidOperationException">The tests do not pass on the whole code.</exception>
    public async Task RunAsync(IReadOnlyList<Mutant> mutants, int workers, bool isWide, CancellationToken cancellationToken)
    {
        progress.Count.Doing("compiling the mutants");
        _all = compiler.EmitAll([.. mutants.Where(IsLeft)], cancellationToken);
        // Those that need an assembly of their own come last: the one for all stays loaded until then.
        mutants = [.. mutants.OrderBy(mutant => _all.Find(mutant) is null)];
        await PassAsync([.. mutants.Where(mutant => judgements.Find(mutant) is null)], workers, NearAsync, cancellationToken);
        if (isWide)
            await PassAsync([.. mutants.Where(mutant => judgements.Find(mutant)?.Verdict == Verdict.SurvivedNear)], workers, WideAsync, cancellationToken);
    }

    private bool IsLeft(Mutant mutant) => judgements.Find(mutant) is null or { Verdict: Verdict.SurvivedNear };

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
        if (Code(mutant, cancellationToken) is not { } code)
            return (Verdict.NoCode, null);
        foreach (var tests in _tests.Near(mutant))
        {
            if (await TryAsync(bench, code, tests, cancellationToken) is { } end)
                return end;
        }
        return (Verdict.SurvivedNear, null);
    }

    private async Task<(Verdict, string?)> WideAsync(Bench bench, Mutant mutant, CancellationToken cancellationToken) =>
        await TryAsync(bench, Code(mutant, cancellationToken)!, TestChoice.Wide, cancellationToken) ?? (Verdict.Survived, null);

    /// <returns>Null when it does not compile.</returns>
    private MutantCode? Code(Mutant mutant, CancellationToken cancellationToken)
    {
        if (_all.WithoutCode.Contains(mutant))
            return null;
        return _all.Find(mutant) ?? (compiler.Emit(mutant, cancellationToken) is { } assembly ? new MutantCode(assembly, 0) : null);
    }

    /// <returns>Null when all tests pass.</returns>
    private async Task<(Verdict, string?)?> TryAsync(Bench bench, MutantCode code, TestFilter tests, CancellationToken cancellationToken)
    {
        var limit = await _limits.GetOrAdd(tests.ToString(), _ => new Lazy<Task<TimeSpan>>(() => MeasureAsync(bench, tests, cancellationToken))).Value;
        // What is static is made by the code as it is, before a mutant of it is switched on.
        if (code.Number > 0 && bench.IsCold(tests))
            await bench.RunAsync(code with { Number = 0 }, tests, limit, cancellationToken);
        if (await bench.RunAsync(code, tests, limit, cancellationToken) is not { } answer)
            return (Verdict.TimedOut, null);
        return answer.FailedTest is { } test ? (Verdict.Caught, test) : null;
    }

    private async Task<TimeSpan> MeasureAsync(Bench bench, TestFilter tests, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var answer = await bench.RunAsync(new MutantCode(_all.Assembly, 0), tests, Patience, cancellationToken);
        if (answer is not { FailedTest: null, Passed: > 0 })
            throw new InvalidOperationException($"The tests {tests} must pass before anything is changed. {answer?.FailedTest} {answer?.Why}");
        return LimitBase + (time.GetElapsedTime(started) * LimitFactor);
    }
}
