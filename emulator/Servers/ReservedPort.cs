using System.Net;
using System.Net.Sockets;

namespace KakaoWorkflow.Emulator.Servers;

/// <summary>
/// A port of 127.0.0.1 that this process has, although nothing listens on it yet: so addresses are known before what they lead to is ready,
/// and nobody else can take them meanwhile.
/// </summary>
internal sealed class ReservedPort : IDisposable
{
    private ReservedPort(Socket socket) => Socket = socket;

    /// <summary>Where a server on this port is.</summary>
    public Uri Address => new($"http://127.0.0.1:{Number}");

    /// <summary>The port.</summary>
    public int Number => ((IPEndPoint)Socket.LocalEndPoint!).Port;

    internal Socket Socket { get; }

    /// <summary>Takes a free port.</summary>
    public static ReservedPort Any() => Take(0);

    /// <summary>Takes a port.</summary>
    /// <param name="port">The port; 0 takes a free one.</param>
    /// <exception cref="SocketException">It is taken, or not allowed.</exception>
    public static ReservedPort Take(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return new ReservedPort(socket);
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Gives the port back, unless a server has it.</summary>
    public void Dispose() => Socket.Dispose();
}
