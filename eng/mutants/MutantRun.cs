using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using KakaoWorkflow.Local.Progress;

namespace KakaoWorkflow.Mutants;

/// <summary>Tries mutants against the tests, several at once: each against the tests near to it, and then the survivors against all.</summary>
internal sealed partial class MutantRun(string root, MutantCompiler compiler, Judgements judgements, LongRun progress, TimeProvider time)
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
            using var bench = new Bench(root);
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
        foreach (var arguments in _tests.Near(mutant))
        {
            if (await TryAsync(bench, assembly, arguments, cancellationToken) is { } end)
                return end;
        }
        return (Verdict.SurvivedNear, null);
    }

    private async Task<(Verdict, string?)> WideAsync(Bench bench, Mutant mutant, CancellationToken cancellationToken) =>
        await TryAsync(bench, compiler.Emit(mutant, cancellationToken)!, TestChoice.Wide, cancellationToken) ?? (Verdict.Survived, null);

    /// <returns>Null when all tests pass.</returns>
    private async Task<(Verdict, string?)?> TryAsync(Bench bench, byte[] assembly, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var limit = await _limits.GetOrAdd(
            string.Join(' ', arguments), _ => new Lazy<Task<TimeSpan>>(() => MeasureAsync(bench, arguments, cancellationToken))).Value;
        bench.Put(assembly);
        if (await bench.RunAsync(arguments, limit, cancellationToken) is not { } run)
            return (Verdict.TimedOut, null);
        if (run.Code == 0)
            return null;
        return (Verdict.Caught, FailedTest().Match(run.Output) is { Success: true } test ? test.Groups["name"].Value : "the run itself");
    }

    private async Task<TimeSpan> MeasureAsync(Bench bench, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        bench.Put(compiler.EmitWhole(cancellationToken));
        var started = time.GetTimestamp();
        var run = await bench.RunAsync(arguments, Patience, cancellationToken);
        if (run is not { Code: 0 } || !Passed().IsMatch(run.Output))
            throw new InvalidOperationException($"The tests {string.Join(' ', arguments)} must pass before anything is changed. {run?.Output[^Math.Min(run.Output.Length, 2_000)..]}");
        return LimitBase + (time.GetElapsedTime(started) * LimitFactor);
    }

    [GeneratedRegex(@"^\s*(?<name>KakaoWorkflow\.Tests\.[\w.]+).*\[FAIL\]", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex FailedTest();

    [GeneratedRegex("Total: [1-9]", RegexOptions.None, 1_000)]
    private static partial Regex Passed();
}
