using System.Globalization;
using KakaoWorkflow.Emulator.Processes;
using KakaoWorkflow.Local.Hosting;

namespace KakaoWorkflow.Proof.Kills;

/// <summary>A host in a process of its own: the same program, to be killed. It cannot outlive this process.</summary>
internal sealed class HostChild : IAsyncDisposable
{
    private const string LastLineOfWelcome = "Ctrl-C closes";

    private static readonly TimeSpan OpenTime = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan EndTime = TimeSpan.FromSeconds(30);

    private readonly SupervisedProcess _process;
    private readonly TaskCompletionSource _opened;
    private readonly HostLog _log;
    private readonly TimeProvider _time;
    private readonly long _begun;

    private HostChild(SupervisedProcess process, TaskCompletionSource opened, HostLog log, TimeProvider time) =>
        (_process, _opened, _log, _time, _begun) = (process, opened, log, time, time.GetTimestamp());

    /// <summary>Starts one.</summary>
    /// <param name="options">Its folder, wait scale and functions.</param>
    /// <param name="log">Where its lines go.</param>
    /// <param name="time">The real clock.</param>
    public static HostChild StartToKill(KillRunOptions options, HostLog log, TimeProvider time) => Start(options, [], "KILL", log, time);

    /// <summary>Starts one that is stopped in order, and for which it is later by that much than for everybody else.</summary>
    public static HostChild StartAhead(KillRunOptions options, TimeSpan ahead, HostLog log, TimeProvider time) => Start(
        // Functions in processes of their own would have the real clock.
        options with { Lambda = LambdaMode.InProcess },
        ["--clock-ahead", ahead.TotalSeconds.ToString(CultureInfo.InvariantCulture)],
        "TERM",
        log,
        time);

    /// <summary>Waits until it is open.</summary>
    /// <returns>How long its start took.</returns>
    /// <exception cref="HostEndedException">It ended, or took too long.</exception>
    public async Task<TimeSpan> UntilOpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            var first = await Task.WhenAny(_opened.Task, _process.Exited).WaitAsync(OpenTime, _time, cancellationToken);
            if (first == _process.Exited)
                throw Ended();
        }
        catch (TimeoutException)
        {
            throw new HostEndedException($"The host did not open within {OpenTime.TotalSeconds} s.", _log.Tail());
        }
        return _time.GetElapsedTime(_begun);
    }

    /// <summary>Waits for something that it must be there for.</summary>
    /// <exception cref="HostEndedException">It ended by itself meanwhile.</exception>
    public async Task DuringAsync(Task work)
    {
        if (await Task.WhenAny(work, _process.Exited) != work)
            throw Ended();
        await work;
    }

    /// <summary>Ends it with the signal that it was started for, and waits for its end.</summary>
    public Task EndAsync() => _process.StopAsync(EndTime, _time);

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static HostChild Start(
        KillRunOptions options, IReadOnlyList<string> more, string endSignal, HostLog log, TimeProvider time)
    {
        var opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        log.Add($"--- a host starts, to be ended with SIG{endSignal}");
        var process = SupervisedProcess.Start(
            [
                Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
                "exec", Path.Combine(AppContext.BaseDirectory, "KakaoWorkflow.Local.dll"),
                "--data", options.DataFolder,
                "--wait-scale", options.WaitScale.ToString(CultureInfo.InvariantCulture),
                "--lambda", options.Lambda == LambdaMode.Process ? "process" : "in-process",
                .. more,
            ],
            new Dictionary<string, string?>(),
            endSignal,
            line =>
            {
                log.Add(line);
                if (line.Contains(LastLineOfWelcome, StringComparison.Ordinal))
                    opened.TrySetResult();
            });
        return new HostChild(process, opened, log, time);
    }

    private HostEndedException Ended() => new($"The host ended by itself with exit code {_process.Exited.Result}.", _log.Tail());
}
