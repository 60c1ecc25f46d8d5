using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using KakaoWorkflow.Proof.Matrix;
using KakaoWorkflow.Proof.Play;
using KakaoWorkflow.Proof.Progress;

namespace KakaoWorkflow.Proof.Commands;

/// <summary>Plays every scenario with every fault of every call that it makes.</summary>
internal static class FaultsCommand
{
    private const int MaxSample = 1_000_000;
    private const int MaxIndexLagMinutes = 24 * 60;
    private const int CafesPerProcessor = 4;

    public static Command Create()
    {
        var only = new Option<string?>("--only") { Description = "Plays the runs whose name has this text.", HelpName = "TEXT" };
        var pairs = new Option<bool>("--pairs") { Description = $"Lets each fault be followed by a second one, at most {SecondFault.MaxCallsLater} calls later." };
        var sample = Number("--sample", "Draws this many of the runs.", MaxSample);
        var seed = new Option<ulong>("--seed") { Description = "Decides which runs are drawn.", DefaultValueFactory = _ => 1, HelpName = "S" };
        var indexLag = Number("--index-lag", "Makes the table's indexes this late.", MaxIndexLagMinutes, "MINUTES");
        var command = new Command("faults", "Plays every scenario with every fault of every call, on virtual time, and checks the invariants.")
        {
            only, pairs, sample, seed, indexLag,
        };
        command.SetAction((arguments, cancellationToken) => RunAsync(
            new MatrixCut
            {
                Only = arguments.GetValue(only),
                Pairs = arguments.GetValue(pairs),
                Sample = arguments.GetValue(sample),
                Seed = arguments.GetValue(seed),
            },
            arguments.GetValue(indexLag) is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
            cancellationToken));
        return command;
    }

    /// <returns>0 when nothing was violated, 1 otherwise, also when there was nothing to play.</returns>
    private static async Task<int> RunAsync(MatrixCut cut, TimeSpan? indexLag, CancellationToken cancellationToken)
    {
#pragma warning disable RS0030 // the composition root names the system's clock
        var clock = TimeProvider.System;
#pragma warning restore RS0030
        var run = new MatrixRun(() => VirtualCafe.OpenAsync(clock, indexLag: indexLag), Environment.ProcessorCount * CafesPerProcessor);
        var progress = LongRun.OnConsole("faults", "runs", clock);
        var report = await progress.ShowAsync(() => run.PlayAsync(cut, progress, cancellationToken));
        if (report.Chosen == 0)
        {
            await Console.Error.WriteLineAsync($"--only: no run has \"{cut.Only}\" in its name.");
            foreach (var line in report.Choices())
                await Console.Error.WriteLineAsync(line);
            return 1;
        }
        foreach (var line in report.Lines())
            Console.WriteLine(line);
        foreach (var failed in report.Failed)
            Console.WriteLine($"again: faults {Options(cut, indexLag)}--only \"{failed.Planned}\"");
        return report.Failed.Count == 0 ? 0 : 1;
    }

    private static string Options(MatrixCut cut, TimeSpan? indexLag) =>
        (cut.Pairs ? "--pairs " : "") + (indexLag is { } lag ? $"--index-lag {lag.TotalMinutes} " : "");

    private static Option<int?> Number(string name, string description, int most, string help = "N") => new(name)
    {
        Description = $"{description} 1 to {most}.",
        HelpName = help,
        CustomParser = result => Parse(result, name, most),
    };

    private static int? Parse(ArgumentResult result, string name, int most)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most)
            return number;
        result.AddError($"{name} must be from 1 to {most}, not '{result.Tokens[0].Value}'.");
        return null;
    }
}
