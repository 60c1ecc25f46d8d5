using System.Net.Sockets;
using System.Text.Json;
using KakaoWorkflow.Emulator.Servers;

namespace KakaoWorkflow.Emulator.Hosting;

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

    /// <summary>Takes the port that was asked for, or else the one of the last run, or else a free one.</summary>
    /// <param name="name">Which server.</param>
    /// <param name="wanted">The port that the user wants, or null.</param>
    /// <exception cref="PortInUseException">The wanted port is taken.</exception>
    public ReservedPort Reserve(string name, int? wanted)
    {
        var port = wanted is { } number ? Take(number) : Remembered(name) ?? ReservedPort.Any();
        _ports[name] = port.Number;
        return port;
    }

    /// <summary>The port of the last run; null when there was none.</summary>
    public int? Find(string name) => _ports.TryGetValue(name, out var port) ? port : null;

    public void Save() => OwnerFile.Write(_path, JsonSerializer.Serialize(_ports));

    private static ReservedPort Take(int port)
    {
        try
        {
            return ReservedPort.Take(port);
        }
        catch (SocketException error)
        {
            throw new PortInUseException(port, error);
        }
    }

    private ReservedPort? Remembered(string name)
    {
        try
        {
            return _ports.TryGetValue(name, out var port) ? ReservedPort.Take(port) : null;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
