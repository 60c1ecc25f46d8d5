using System.CommandLine;
using KakaoWorkflow.Local.Faults.Matrix;
using KakaoWorkflow.Local.Faults.Play;

namespace KakaoWorkflow.Local.Commands;

/// <summary>Plays every scenario with every fault of every call that it makes.</summary>
internal static class FaultsCommand
{
    private const int RunsPerLine = 50;
    private const int CafesPerProcessor = 4;

    public static Command Create()
    {
        var only = new Option<string?>("--only") { Description = "Plays the runs whose name has this text.", HelpName = "TEXT" };
        var command = new Command("faults", "Plays every scenario with every fault of every call, on virtual time, and checks the invariants.") { only };
        command.SetAction((arguments, cancellationToken) => RunAsync(new MatrixCut { Only = arguments.GetValue(only) }, cancellationToken));
        return command;
    }

    /// <returns>0 when nothing was violated, 1 otherwise.</returns>
    private static async Task<int> RunAsync(MatrixCut cut, CancellationToken cancellationToken)
    {
#pragma warning disable RS0030 // the composition root names the system's clock
        var run = new MatrixRun(() => VirtualCafe.OpenAsync(TimeProvider.System), Environment.ProcessorCount * CafesPerProcessor);
#pragma warning restore RS0030
        var count = 0;
        var report = await run.PlayAsync(cut, Show, cancellationToken);
        foreach (var line in report.Lines())
            Console.WriteLine(line);
        return report.Runs.Count > 0 && report.Failed.Count == 0 ? 0 : 1;

        void Show(PlayedRun run)
        {
            if (++count % RunsPerLine == 0 || run.Problems.Count > 0)
                Console.Error.WriteLine($"{count} runs, last: {run}");
        }
    }
}
