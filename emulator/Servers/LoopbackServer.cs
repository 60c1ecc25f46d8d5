using System.Net;

namespace KakaoWorkflow.Emulator.Servers;

/// <summary>A web server on 127.0.0.1.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(2);

    private readonly WebApplication _application;

    private LoopbackServer(WebApplication application, Uri address) => (_application, Address) = (application, address);

    /// <summary>Where it listens, for example <c>http://127.0.0.1:4566</c>.</summary>
    public Uri Address { get; }

    /// <summary>Starts listening.</summary>
    /// <param name="port">The port; the server disposes it.</param>
    /// <param name="map">Maps what is served.</param>
    /// <param name="loggers">Where the server logs warnings and errors.</param>
    public static async Task<LoopbackServer> StartAsync(ReservedPort port, Action<WebApplication> map, ILoggerFactory loggers)
    {
        // An empty builder reads no settings of the machine: what is listened on is decided here alone.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = StopTime);
        builder.Services.AddSingleton<ILoggerFactory>(new ServerLoggers(loggers));
        builder.WebHost.UseKestrelCore()
            .UseSockets(options => options.CreateBoundListenSocket = _ => port.Socket)
            .ConfigureKestrel(options =>
            {
                options.AddServerHeader = false;
                options.Listen(IPAddress.Loopback, port.Number);
            });
        var application = builder.Build();
        var address = port.Address;
        map(application);
        await application.StartAsync();
        return new LoopbackServer(application, address);
    }

    /// <summary>Stops taking requests and waits a little for those under way.</summary>
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    /// <summary>Ctrl-C is the whole program's matter, not one server's.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
