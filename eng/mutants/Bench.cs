using System.Diagnostics;
using System.Text.Json;
using KakaoWorkflow.Sabotage;

namespace KakaoWorkflow.Mutants;

/// <summary>A worker, which runs the tests on one mutant after the other; it and what it started go when it is disposed.</summary>
internal sealed class Bench(string root) : IAsyncDisposable
{
    private const string Worker = "KakaoWorkflow.Mutants.Worker.dll";

    /// <summary>A worker keeps each mutant in its memory, so after that many another takes its place.</summary>
    private const int MaxCalls = 40;

    private readonly string _folder = Directory.CreateTempSubdirectory("kakaoworkflow-mutants-").FullName;
    private Process? _worker;
    private int _calls;

    /// <summary>Builds the tests, compiled ahead of time: most of a short run would be the JIT's time.</summary>
    /// <exception cref="InvalidOperationException">They do not build.</exception>
    public static async Task BuildAsync(string root, CancellationToken cancellationToken)
    {
        string[] release = ["-c", "Release", "--nologo", "-v", "q"];
        await RunAsync(["publish", "tests", .. release, "--use-current-runtime", "--no-self-contained", "-p:PublishReadyToRun=true", "-o", BuildFolder(root)]);
        await RunAsync(["build", "eng/mutants/worker", .. release]);
        File.Copy(Path.Combine(root, "artifacts", "bin", "KakaoWorkflow.Mutants.Worker", "release", Worker), Path.Combine(BuildFolder(root), Worker), overwrite: true);

        async Task RunAsync(IEnumerable<string> arguments)
        {
            var build = await Command.RunAsync(root, "dotnet", arguments, cancellationToken);
            if (build.Code != 0)
                throw new InvalidOperationException(build.Output);
        }
    }

    /// <summary>Runs tests until one fails.</summary>
    /// <param name="assembly">What takes the place of <c>workflow/</c>.</param>
    /// <param name="tests">Which tests.</param>
    /// <param name="limit">How long they may take.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How they ended; null when they took too long, or brought the worker down.</returns>
    public async Task<TestAnswer?> RunAsync(byte[] assembly, TestFilter tests, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (_calls++ == MaxCalls)
            Stop();
        _worker ??= Start();
        var path = Path.Combine(_folder, $"mutant-{_calls}.dll");
        await File.WriteAllBytesAsync(path, assembly, cancellationToken);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(limit);
        try
        {
            await _worker.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new TestCall(path, tests.Classes, tests.Namespaces)));
            await _worker.StandardInput.FlushAsync(time.Token);
            if (await _worker.StandardOutput.ReadLineAsync(time.Token) is { } line)
                return JsonSerializer.Deserialize<TestAnswer>(line);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Told by the answer.
        }
        Stop();
        return null;
    }

    public ValueTask DisposeAsync()
    {
        Stop();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string BuildFolder(string root) => Path.Combine(root, "artifacts", "mutants", "tests");

    private Process Start()
    {
        string[] arguments = ["exec", "--depsfile", "KakaoWorkflow.Tests.deps.json", "--runtimeconfig", "KakaoWorkflow.Tests.runtimeconfig.json", Worker];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = BuildFolder(root),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        // No mutant lives long enough for better code to pay.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_TC_CallCountThreshold"] = "FFF";
        return Process.Start(start) ?? throw new InvalidOperationException("The worker does not start.");
    }

    private void Stop()
    {
        _worker?.Kill(entireProcessTree: true);
        _worker?.WaitForExit();
        _worker?.Dispose();
        (_worker, _calls) = (null, 0);
        foreach (var mutant in Directory.EnumerateFiles(_folder))
            File.Delete(mutant);
    }
}
