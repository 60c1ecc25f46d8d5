using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using KakaoWorkflow.Local.Commands;
using KakaoWorkflow.Proof.Kills;
using KakaoWorkflow.Proof.Progress;

namespace KakaoWorkflow.Proof.Commands;

/// <summary>Kills hosts under load and checks that nothing was lost.</summary>
internal static class KillsCommand
{
    private const int MaxKills = 10_000;
    private const int MaxCustomers = 1_000;
    private const int MaxSeed = int.MaxValue;

    public static Command Create(HostArguments host)
    {
        var count = Number("--count", "How many kills.", 50, 1, MaxKills);
        var seed = Number("--seed", "Gives the moments of the kills and what the customers want.", 1, 0, MaxSeed);
        var customers = Number("--customers", "How many customers order at once.", 12, 1, MaxCustomers);
        var command = new Command("kills", "Kills hosts with kill -9 while customers order, on data of its own, and checks that nothing was lost.")
        {
            count, seed, customers,
        };
        command.SetAction((arguments, cancellationToken) => host.WithOwnDataAsync(arguments, KillRunOptions.DefaultWaitScale, settings => RunAsync(
            new KillRunOptions
            {
                DataFolder = settings.Options.DataFolder,
                Kills = arguments.GetValue(count),
                Seed = (ulong)arguments.GetValue(seed),
                Customers = arguments.GetValue(customers),
                WaitScale = settings.Options.WaitScale,
                Lambda = settings.Options.Lambda,
            },
            cancellationToken)));
        return command;
    }

    /// <returns>0 when nothing was lost, 1 otherwise.</returns>
    private static async Task<int> RunAsync(KillRunOptions options, CancellationToken cancellationToken)
    {
        using var signals = new StopSignals();
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, signals.Token);
#pragma warning disable RS0030 // the composition root names the system's clock
        var progress = LongRun.OnConsole("kills", "kills", TimeProvider.System);
        var run = new KillRun(options, TimeProvider.System, progress.Count, progress.Say);
#pragma warning restore RS0030
        try
        {
            var report = await progress.ShowAsync(() => run.RunAsync(stopping.Token));
            foreach (var line in report.Lines())
                Console.WriteLine(line);
            return report.Violations.Count == 0 ? 0 : 1;
        }
        catch (Exception error) when (error is HostEndedException or TimeoutException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 1;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped; every host is gone.");
            return 1;
        }
    }

    private static Option<int> Number(string name, string description, int standard, int least, int most) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => standard,
        CustomParser = result => Parse(result, name, least, most),
    };

    private static int Parse(ArgumentResult result, string name, int least, int most)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        result.AddError($"{name} must be from {least} to {most}, not '{result.Tokens[0].Value}'.");
        return least;
    }
}
