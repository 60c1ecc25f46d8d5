using System.Net;
using System.Net.Sockets;
using KakaoWorkflow.Emulator.Processes;

namespace KakaoWorkflow.Emulator.DynamoDb;

/// <summary>
/// The DynamoDB server that comes along: started on a free port, started again on the same port when it dies,
/// and gone with this process, however that ends.
/// </summary>
internal sealed class Dynoxide : IAsyncDisposable
{
    private const int MaxStarts = 3;
    private const int MaxRestartsPerMinute = 5;

    private static readonly TimeSpan ReadyTime = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ReadyPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(5);

    private readonly string _program;
    private readonly string _databasePath;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stopping = new();
    private SupervisedProcess _process;
    private readonly Task _watching;

    private Dynoxide(string program, string databasePath, int port, SupervisedProcess process, TimeProvider time, ILogger logger)
    {
        (_program, _databasePath, _process, _time, _logger) = (program, databasePath, process, time, logger);
        Address = AddressOf(port);
        _watching = Task.Run(WatchAsync);
    }

    /// <summary>Where the build puts the program.</summary>
    public static string DefaultProgram => Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "dynoxide.exe" : "dynoxide");

    /// <summary>Where it listens; the same after a restart.</summary>
    public Uri Address { get; }

    /// <summary>Starts the server and waits until it answers.</summary>
    /// <param name="program">The program, <see cref="DefaultProgram"/> as a rule.</param>
    /// <param name="databasePath">Its SQLite file; created when absent.</param>
    /// <param name="time">The real clock: processes take real time.</param>
    /// <param name="logger">What the server prints, and restarts.</param>
    /// <exception cref="FileNotFoundException">The program is not there: the build was told to skip it.</exception>
    /// <exception cref="DynoxideNotStartedException">It does not start.</exception>
    public static async Task<Dynoxide> StartAsync(string program, string databasePath, TimeProvider time, ILogger logger)
    {
        if (!File.Exists(program))
        {
            throw new FileNotFoundException(
                $"The DynamoDB server is not at {program}. Build without -p:Dynoxide=skip, or set AWS_ENDPOINT_URL_DYNAMODB.", program);
        }
        string? lastLine = null;
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();
            var process = Start(program, databasePath, port, logger, line => lastLine = line);
            if (await IsReadyAsync(process, AddressOf(port), time, CancellationToken.None))
                return new Dynoxide(program, databasePath, port, process, time, logger);
            await process.DisposeAsync();
            if (attempt == MaxStarts)
                throw new DynoxideNotStartedException(databasePath, lastLine);
        }
    }

    /// <summary>Stops the server and waits for its end.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _watching;
        await _process.StopAsync(StopTime, _time);
        await _process.DisposeAsync();
        _stopping.Dispose();
    }

    private async Task WatchAsync()
    {
        var restarts = new Queue<DateTimeOffset>();
        try
        {
            while (true)
            {
                var code = await _process.Exited.WaitAsync(_stopping.Token);
                var now = _time.GetUtcNow();
                while (restarts.TryPeek(out var oldest) && now - oldest > TimeSpan.FromMinutes(1))
                    restarts.Dequeue();
                if (restarts.Count == MaxRestartsPerMinute)
                {
                    _logger.LogCritical("The DynamoDB server keeps dying (exit code {Code}) and is not started again", code);
                    return;
                }
                restarts.Enqueue(now);
                _logger.LogWarning("The DynamoDB server died (exit code {Code}); starting it again", code);
                await _process.DisposeAsync();
                _process = Start(_program, _databasePath, Address.Port, _logger);
                await IsReadyAsync(_process, Address, _time, _stopping.Token);
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // DisposeAsync stops the process.
        }
    }

    private static SupervisedProcess Start(string program, string databasePath, int port, ILogger logger, Action<string>? heard = null) =>
        SupervisedProcess.Start(
        [program, "serve", "--host", "127.0.0.1", "--port", port.ToString(System.Globalization.CultureInfo.InvariantCulture), "--db-path", databasePath],
        new Dictionary<string, string?>(),
        "TERM",
        line =>
        {
            heard?.Invoke(line);
            logger.LogDebug("{Line}", line);
        });

    private static async Task<bool> IsReadyAsync(SupervisedProcess process, Uri address, TimeProvider time, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = address, Timeout = ReadyTime };
        var deadline = time.GetUtcNow() + ReadyTime;
        while (!process.Exited.IsCompleted && time.GetUtcNow() < deadline)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri("/", UriKind.Relative), cancellationToken);
                if (answer.StatusCode == HttpStatusCode.OK)
                    return true;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
            await Task.Delay(ReadyPause, time, cancellationToken);
        }
        return false;
    }

    /// <summary>A port that was free a moment ago: the server cannot tell which one it took, so it is told.</summary>
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Uri AddressOf(int port) => new($"http://127.0.0.1:{port}");
}
