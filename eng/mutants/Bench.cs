using System.Diagnostics;
using System.Text.Json;
using KakaoWorkflow.Proof.Sabotage;

namespace KakaoWorkflow.Mutants;

/// <summary>A worker, which runs the tests on one mutant after the other; it and what it started go when it is disposed.</summary>
internal sealed class Bench(string root) : IAsyncDisposable
{
    private const string Worker = "KakaoWorkflow.Mutants.Worker.dll";

    /// <summary>The last one needs all that the others need.</summary>
    private static readonly string[] Projects = ["Workflow", "Lambdas", "Proof"];

    /// <summary>A worker keeps each assembly in its memory, so after that many another takes its place.</summary>
    private const int MaxAssemblies = 40;

    private readonly string _folder = Directory.CreateTempSubdirectory("kakaoworkflow-mutants-").FullName;
    private Process? _worker;
    private readonly HashSet<string> _warm = new(StringComparer.Ordinal);
    private int _assemblies;
    private byte[]? _loaded;

    /// <summary>Builds the tests, compiled ahead of time: most of a short run would be the JIT's time.</summary>
    /// <exception cref="InvalidOperationException">They do not build.</exception>
    public static async Task BuildAsync(string root, CancellationToken cancellationToken)
    {
        string[] release = ["-c", "Release", "--nologo", "-v", "q"];
        foreach (var project in Projects)
        {
            await RunAsync(
                [
                    "publish", $"tests/{project}", .. release, "--use-current-runtime", "--no-self-contained",
                    "-p:IsPublishable=true", "-p:PublishReadyToRun=true", "-o", BuildFolder(root),
                ]);
        }
        await RunAsync(["build", "eng/mutants/worker", .. release]);
        File.Copy(Path.Combine(root, "artifacts", "bin", "KakaoWorkflow.Mutants.Worker", "release", Worker), Path.Combine(BuildFolder(root), Worker), overwrite: true);

        async Task RunAsync(IEnumerable<string> arguments)
        {
            var build = await ChildProgram.RunAsync(root, "dotnet", arguments, cancellationToken);
            if (build.Code != 0)
                throw new InvalidOperationException(build.Output);
        }
    }

    /// <summary>Whether the worker has not run those tests on the code of many mutants yet.</summary>
    public bool IsCold(TestFilter tests) => !_warm.Contains(tests.ToString());

    /// <summary>Runs tests until one fails.</summary>
    /// <param name="code">What takes the place of <c>workflow/</c>.</param>
    /// <param name="tests">Which tests.</param>
    /// <param name="limit">How long they may take.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How they ended; null when they took too long, or brought the worker down.</returns>
    public async Task<TestAnswer?> RunAsync(MutantCode code, TestFilter tests, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (_loaded != code.Assembly && ++_assemblies > MaxAssemblies)
            Stop();
        _worker ??= Start();
        var path = await PathAsync(code.Assembly, cancellationToken);
        _warm.Add(tests.ToString());
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(limit);
        try
        {
            await _worker.StandardInput.WriteLineAsync(JsonSerializer.Serialize(
                new TestCall(path, code.Number, tests.Assemblies, tests.Classes, tests.Namespaces)));
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

    private async Task<string> PathAsync(byte[] assembly, CancellationToken cancellationToken)
    {
        var path = Path.Combine(_folder, $"mutants-{_assemblies}.dll");
        if (_loaded == assembly)
            return path;
        await File.WriteAllBytesAsync(path, assembly, cancellationToken);
        _loaded = assembly;
        _warm.Clear();
        return path;
    }

    private static string BuildFolder(string root) => Path.Combine(root, "artifacts", "mutants", "tests");

    private Process Start()
    {
        string[] arguments = ["exec", "--depsfile", $"KakaoWorkflow.Tests.{Projects[^1]}.deps.json", "--runtimeconfig", $"KakaoWorkflow.Tests.{Projects[^1]}.runtimeconfig.json", Worker];
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
        (_worker, _assemblies, _loaded) = (null, 0, null);
        _warm.Clear();
        foreach (var mutant in Directory.EnumerateFiles(_folder))
            File.Delete(mutant);
    }
}
