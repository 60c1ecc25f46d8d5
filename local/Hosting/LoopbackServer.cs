using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace KakaoWorkflow.Local.Hosting;

/// <summary>A web server on 127.0.0.1.</summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(2);

    private readonly WebApplication _application;

    private LoopbackServer(WebApplication application, Uri address) => (_application, Address) = (application, address);

    /// <summary>Where it listens, for example <c>http://127.0.0.1:4566/</c>.</summary>
    public Uri Address { get; }

    /// <summary>Starts listening.</summary>
    /// <param name="port">The port; 0 takes a free one.</param>
    /// <param name="map">Maps what is served.</param>
    /// <param name="loggers">Where the server logs: from warnings up.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<LoopbackServer> StartAsync(int port, Action<WebApplication> map, ILoggerFactory loggers)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = StopTime);
        builder.Services.AddSingleton(loggers);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Listen(IPAddress.Loopback, port);
        });
        var application = builder.Build();
        map(application);
        await application.StartAsync();
        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        return new LoopbackServer(application, new Uri(addresses.Addresses.Single()));
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
