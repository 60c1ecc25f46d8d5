using KakaoWorkflow.Sabotage;

namespace KakaoWorkflow.Mutants;

/// <summary>A copy of the built tests, in which the assembly under test is replaced; it goes when it is disposed.</summary>
internal sealed class Bench : IDisposable
{
    private const string Assembly = "KakaoWorkflow.dll";
    private const string Tests = "KakaoWorkflow.Tests.dll";

    private readonly string _folder = Directory.CreateTempSubdirectory("kakaoworkflow-mutants-").FullName;

    /// <summary>Copies what the build of the tests has left.</summary>
    public Bench(string root)
    {
        var source = Path.Combine(root, "artifacts", "bin", "KakaoWorkflow.Tests", "debug");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(_folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>Puts another assembly in the place of <c>workflow/</c>.</summary>
    public void Put(byte[] assembly) => File.WriteAllBytes(Path.Combine(_folder, Assembly), assembly);

    /// <summary>Runs tests until one fails.</summary>
    /// <param name="arguments">The runner's filters.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What the runner said; null when it took too long.</returns>
    public async Task<Outcome?> RunAsync(IReadOnlyList<string> arguments, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(limit);
        try
        {
            return await Command.RunAsync(_folder, "dotnet", ["exec", Tests, "-noLogo", "-noColor", "-stopOnFail", .. arguments], time.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
