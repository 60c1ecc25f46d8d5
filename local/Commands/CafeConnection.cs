using KakaoWorkflow.Emulator.Hosting;
using KakaoWorkflow.Local.Demo;
using KakaoWorkflow.Local.Hosting;

namespace KakaoWorkflow.Local.Commands;

/// <summary>
/// A café for one command: the one that runs on the data folder, or else one that is started for the command and stopped after it.
/// </summary>
internal sealed class CafeConnection : IAsyncDisposable
{
    private readonly LocalHost? _host;

    private CafeConnection(LocalHost? host, CafeAddresses addresses, TimeProvider time)
    {
        _host = host;
        Cafe = new Cafe(addresses, time);
    }

    public Cafe Cafe { get; }

    /// <exception cref="DataFolderInUseException">A host has the folder, but has not said yet where it is reached.</exception>
    public static async Task<CafeConnection> OpenAsync(LocalHostOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            var host = await LocalHost.StartAsync(options, cancellationToken);
            return new CafeConnection(host, CafeAddressReader.Of(host), time);
        }
        catch (DataFolderInUseException)
        {
            if (CafeAddressReader.OfFolder(options) is not { } addresses)
                throw;
            return new CafeConnection(null, addresses, time);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Cafe.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
    }
}
