using KakaoWorkflow.Local.Demo;
using KakaoWorkflow.Local.Hosting;

namespace KakaoWorkflow.Local.Commands;

/// <summary>Runs a host until Ctrl-C or SIGTERM.</summary>
internal static class RunCommand
{
    private const int Success = 0;

    /// <returns>0 when it was stopped.</returns>
    public static async Task<int> RunAsync(HostSettings settings, CancellationToken cancellationToken)
    {
        using var loggers = HostLogging.Create(settings.LogLevel);
        using var signals = new StopSignals();
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, signals.Token);
        try
        {
            await using var host = await LocalHost.StartAsync(settings.Options with { Loggers = loggers }, stopping.Token);
            await OfferMenuAsync(host);
            Console.WriteLine(Welcome.Text(host, settings.Options));
            await signals.Received;
            Console.WriteLine("Stopping.");
            return Success;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return Success;
        }
    }

    private static async Task OfferMenuAsync(LocalHost host)
    {
#pragma warning disable RS0030 // the composition root names the system's clock
        using var cafe = new Cafe(CafeAddressReader.Of(host), TimeProvider.System);
#pragma warning restore RS0030
        await SampleMenu.OfferAsync(cafe.Menu);
    }
}
