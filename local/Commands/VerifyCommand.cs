using KakaoWorkflow.Local.Demo;
using KakaoWorkflow.Local.Hosting;
using Spectre.Console;

namespace KakaoWorkflow.Local.Commands;

/// <summary>Checks the invariants on the data of a folder.</summary>
internal static class VerifyCommand
{
    /// <returns>0 when every invariant holds, 1 otherwise.</returns>
    public static async Task<int> RunAsync(HostSettings settings, CancellationToken cancellationToken)
    {
        using var loggers = HostLogging.Create(settings.LogLevel);
#pragma warning disable RS0030 // the composition root names the system's clock
        var time = TimeProvider.System;
#pragma warning restore RS0030
        await using var host = await LocalHost.StartAsync(settings.Options with { Loggers = loggers }, cancellationToken);
        using var cafe = new Cafe(CafeAddressReader.Of(host), time);
        return await new DemoRun(cafe, settings.Options.Random, AnsiConsole.Console).VerifyAsync() == 0 ? 0 : 1;
    }
}
