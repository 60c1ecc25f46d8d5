using KakaoWorkflow.Local.Demo;
using KakaoWorkflow.Local.Demo.Scenarios;
using KakaoWorkflow.Local.Hosting;
using Spectre.Console;

namespace KakaoWorkflow.Local.Commands;

/// <summary>Plays the café's good and bad days on a host of its own and checks the invariants.</summary>
internal static class DemoCommand
{
    /// <summary>15 minutes to pay become 6 seconds.</summary>
    public const double WaitScale = 150;

    /// <summary>How long the functions wait for KakaoPay here; on AWS it is longer than KakaoPay's own time-out.</summary>
    private const string KakaoPayTimeoutSeconds = "2";

    private const int RedirectedWidth = 240;

    /// <returns>0 when everything went as it must, 1 otherwise.</returns>
    public static async Task<int> RunAsync(HostSettings settings, CancellationToken cancellationToken)
    {
        using var loggers = HostLogging.Create(settings.LogLevel);
        var options = settings.Options with
        {
            Loggers = loggers,
            Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["KakaoPayTimeoutSeconds"] = KakaoPayTimeoutSeconds },
        };
#pragma warning disable RS0030 // the composition root names the system's clock
        var time = TimeProvider.System;
#pragma warning restore RS0030
        var started = time.GetTimestamp();
        await using var host = await LocalHost.StartAsync(options, cancellationToken);
        using var cafe = new Cafe(CafeAddressReader.Of(host), time);
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = RedirectedWidth;
        var failures = await new DemoRun(cafe, options.Random, AnsiConsole.Console).PlayAsync(AllScenarios.List);
        AnsiConsole.WriteLine();
        AnsiConsole.MarkupLineInterpolated(
            $"{AllScenarios.List.Count} scenarios, {failures} problems, {time.GetElapsedTime(started).TotalSeconds:0.0} s");
        return failures == 0 ? 0 : 1;
    }
}
