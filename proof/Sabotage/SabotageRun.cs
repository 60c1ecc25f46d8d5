using System.Text.RegularExpressions;
using KakaoWorkflow.Proof.Progress;

namespace KakaoWorkflow.Proof.Sabotage;

/// <summary>Applies breakages one by one and says which are caught.</summary>
/// <param name="copy">What is broken, built and tested.</param>
/// <param name="output">Where the result goes.</param>
/// <param name="progress">Told how far it is.</param>
internal sealed partial class SabotageRun(ScratchCopy copy, TextWriter output, LongRun progress)
{
    private const int ShownErrorLength = 2_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Runs the named tests on the whole code, where they must pass, and then on each breakage, where they must fail.</summary>
    /// <returns>Whether every breakage was caught.</returns>
    public async Task<bool> RunAsync(IReadOnlyList<Breakage> breakages, CancellationToken cancellationToken)
    {
        progress.Count.Doing("passing the tests on the whole code");
        if (await TryAsync(() => ReadyAsync(breakages, cancellationToken)) is { } problem)
        {
            await output.WriteLineAsync("The tests must pass before anything is broken. " + problem);
            return false;
        }
        var caught = 0;
        progress.Count.Begin(breakages.Count);
        foreach (var breakage in breakages)
        {
            var missed = await TryAsync(() => CatchAsync(breakage, cancellationToken));
            caught += missed is null ? 1 : 0;
            progress.Count.Add(1, missed is null ? 0 : 1);
            await output.WriteLineAsync(missed is null
                ? $"caught  {breakage.Name}: {breakage.Breaks} By {string.Join(", ", breakage.CaughtBy.Select(Short))}."
                : $"MISSED  {breakage.Name}: {missed}");
        }
        await output.WriteLineAsync($"{breakages.Count} breakages, {caught} caught");
        return caught == breakages.Count;
    }

    private async Task<string?> ReadyAsync(IReadOnlyList<Breakage> breakages, CancellationToken cancellationToken)
    {
        if (await copy.BuildAsync(cancellationToken) is { Code: not 0 } build)
            return Cut(build.Output);
        var tests = await copy.TestAsync(breakages.SelectMany(breakage => breakage.CaughtBy).Distinct(), cancellationToken);
        return tests.Code == 0 && Count(tests.Output, "Total") > 0 ? null : Cut(tests.Output);
    }

    private async Task<string?> CatchAsync(Breakage breakage, CancellationToken cancellationToken)
    {
        using var broken = copy.Break(breakage);
        if (await copy.BuildAsync(cancellationToken) is { Code: not 0 } build)
            return "it does not build, so no test has caught it. " + Cut(build.Output);
        foreach (var test in breakage.CaughtBy)
        {
            if (await TestAsync(test, cancellationToken) is not { } run)
                return $"{Short(test)} gives no answer within {Patience.TotalMinutes} minutes.";
            if (Count(run.Output, "Failed") == 0)
                return $"{Short(test)} passes. {Cut(run.Output)}";
        }
        return null;
    }

    /// <returns>Null when the test gave no answer in time: broken code may wait for ever.</returns>
    private async Task<Outcome?> TestAsync(string test, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            return await copy.TestAsync([test], limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static async Task<string?> TryAsync(Func<Task<string?>> step)
    {
        try
        {
            return await step();
        }
        catch (InvalidOperationException error)
        {
            return error.Message;
        }
    }

    private static int Count(string text, string what) => Summary().Matches(text) is [.., var last]
        ? int.Parse(last.Groups[what].Value, System.Globalization.CultureInfo.InvariantCulture)
        : 0;

    private static string Short(string test) => string.Join('.', test.Split('.')[^2..]);

    private static string Cut(string text) => text.Length <= ShownErrorLength ? text : text[^ShownErrorLength..];

    [GeneratedRegex("Total: (?<Total>[0-9]+), Errors: [0-9]+, Failed: (?<Failed>[0-9]+)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Summary();
}
