using System.Text.Json;

namespace KakaoWorkflow.Local.Hosting;

/// <summary>
/// Remembers on which ports a data folder was served, so that links which were sent before a restart still work after it.
/// </summary>
internal sealed class PortMemory
{
    private readonly string _path;
    private readonly Dictionary<string, int> _ports;

    private PortMemory(string path, Dictionary<string, int> ports) => (_path, _ports) = (path, ports);

    public static PortMemory Open(string path)
    {
        try
        {
            return new PortMemory(path, JsonSerializer.Deserialize<Dictionary<string, int>>(File.ReadAllText(path)) ?? []);
        }
        catch (Exception error) when (error is FileNotFoundException or JsonException)
        {
            return new PortMemory(path, []);
        }
    }

    /// <summary>Starts a server on the port that was asked for, or else on the one of the last run, or else on a free one.</summary>
    /// <param name="name">Which server.</param>
    /// <param name="wanted">The port that the user wants, or null.</param>
    /// <param name="start">Starts it; 0 takes a free port.</param>
    /// <exception cref="IOException">The wanted port is taken.</exception>
    public async Task<LoopbackServer> StartAsync(string name, int? wanted, Func<int, Task<LoopbackServer>> start)
    {
        LoopbackServer? server = null;
        if (wanted is { } fixedPort)
            server = await start(fixedPort);
        else if (_ports.TryGetValue(name, out var remembered))
            server = await TryStartAsync(remembered, start);
        server ??= await start(0);
        _ports[name] = server.Address.Port;
        return server;
    }

    public void Save() => OwnerFile.Write(_path, JsonSerializer.Serialize(_ports));

    private static async Task<LoopbackServer?> TryStartAsync(int port, Func<int, Task<LoopbackServer>> start)
    {
        try
        {
            return await start(port);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
