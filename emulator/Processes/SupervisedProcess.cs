using System.Diagnostics;

namespace KakaoWorkflow.Emulator.Processes;

/// <summary>
/// A child process that cannot outlive this one, not even when this one is killed with <c>kill -9</c>; on Windows, which has no
/// such shell, it does so then, and is otherwise killed instead of signalled.
/// A small <c>sh</c> script starts the child and watches its own standard input, a pipe that only this process holds:
/// when the pipe closes, for whatever reason, the child is signalled. That needs nothing but a POSIX shell.
/// </summary>
internal sealed class SupervisedProcess : IAsyncDisposable
{
    // The child gets a session of its own where the machine can give it one, so that Ctrl-C in the terminal reaches this process
    // alone, which then stops its children in order. The shell outlives signals to its group: it ends when the child does.
    private const string Script =
        """
        signal=$1; shift
        trap : TERM INT HUP QUIT
        exec 3<&0 </dev/null
        if command -v setsid >/dev/null 2>&1; then set -- setsid "$@"; fi
        "$@" 3<&- &
        child=$!
        { trap '' TERM INT HUP QUIT; exec >/dev/null 2>&1; read -r never <&3; kill -s "$signal" "$child"; } &
        watcher=$!
        exec 3<&-
        wait "$child"; status=$?
        while kill -0 "$child" 2>/dev/null; do wait "$child"; status=$?; done
        kill -s KILL "$watcher" 2>/dev/null
        exit "$status"
        """;

    private readonly Process _process;
    private readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _stopping;

    private SupervisedProcess(Process process) => _process = process;

    /// <summary>Completes with the exit code; 128 + n when the child died of signal n. Its last lines may come a moment later.</summary>
    public Task<int> Exited => _exited.Task;

    /// <summary>Starts a program.</summary>
    /// <param name="command">The program and its arguments; none passes through a shell's parsing.</param>
    /// <param name="environment">Variables on top of this process's own; a null value removes one.</param>
    /// <param name="endSignal">What the child gets when it is to end: <c>TERM</c> or <c>KILL</c>.</param>
    /// <param name="line">Called with each line of output, from any thread.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no <c>/bin/sh</c>, or on Windows no such program.</exception>
    public static SupervisedProcess Start(
        IReadOnlyList<string> command,
        IReadOnlyDictionary<string, string?> environment,
        string endSignal,
        Action<string> line)
    {
        IReadOnlyList<string> whole = OperatingSystem.IsWindows() ? command : ["/bin/sh", "-c", Script, "sh", endSignal, .. command];
        var start = new ProcessStartInfo(whole[0], whole.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        var supervised = new SupervisedProcess(process);
        process.OutputDataReceived += (_, received) => Forward(received.Data, line);
        process.ErrorDataReceived += (_, received) => Forward(received.Data, line);
        process.Exited += (_, _) => supervised._exited.TrySetResult(process.ExitCode);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return supervised;
    }

    /// <summary>Signals the child and waits for its end; after the grace it is killed.</summary>
    /// <param name="grace">How long the child may take.</param>
    /// <param name="time">Measures the grace.</param>
    public async Task StopAsync(TimeSpan grace, TimeProvider time)
    {
        if (Interlocked.Exchange(ref _stopping, 1) == 0)
        {
            _process.StandardInput.Close();
            if (OperatingSystem.IsWindows())
                _process.Kill(entireProcessTree: true);
        }
        try
        {
            await Exited.WaitAsync(grace, time);
        }
        catch (TimeoutException)
        {
            _process.Kill(entireProcessTree: true);
            await Exited;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!Exited.IsCompleted)
        {
            _process.Kill(entireProcessTree: true);
            await Exited;
        }
        _process.Dispose();
    }

    private static void Forward(string? text, Action<string> line)
    {
        if (!string.IsNullOrWhiteSpace(text))
            line(text);
    }
}
