namespace KakaoWorkflow.Proof.Sabotage;

/// <summary>A copy of the working tree that may be broken, built and tested; it goes when it is disposed.</summary>
internal sealed class ScratchCopy : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kakaoworkflow-sabotage-").FullName;

    /// <summary>Copies what git tracks, as it is in the working tree, and what is new.</summary>
    public static async Task<ScratchCopy> OfAsync(string root, CancellationToken cancellationToken)
    {
        var copy = new ScratchCopy();
        try
        {
            var files = await ChildProgram.RunAsync(root, "git", ["ls-files", "-co", "--exclude-standard"], cancellationToken);
            if (files.Code != 0)
                throw new InvalidOperationException(files.Output);
            foreach (var file in files.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Path.Combine(root, file))))
            {
                var target = Path.Combine(copy._folder, file);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(Path.Combine(root, file), target);
            }
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    /// <summary>Breaks a file; disposing mends it.</summary>
    public IDisposable Break(Breakage breakage)
    {
        var path = Path.Combine(_folder, breakage.File);
        var whole = File.ReadAllText(path);
        File.WriteAllText(path, breakage.Apply(whole));
        return new Mending(path, whole);
    }

    /// <summary>Builds the tests and all that they test. Style is not looked at: broken code may have an unused name.</summary>
    public Task<Outcome> BuildAsync(CancellationToken cancellationToken) => ChildProgram.RunAsync(
        _folder, "dotnet", ["build", "--nologo", "-v", "q", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false"], cancellationToken);

    /// <summary>Runs tests by name, assembly after assembly, until one fails.</summary>
    public async Task<Outcome> TestAsync(IEnumerable<string> methods, CancellationToken cancellationToken)
    {
        Outcome? outcome = null;
        foreach (var tests in methods.GroupBy(method => string.Join('.', method.Split('.')[..3]), StringComparer.Ordinal))
        {
            outcome = await ChildProgram.RunAsync(
                _folder,
                "dotnet",
                ["exec", $"artifacts/bin/{tests.Key}/debug/{tests.Key}.dll", "-noLogo", "-noColor", .. tests.SelectMany(method => new[] { "-method", method })],
                cancellationToken);
            if (outcome.Code != 0)
                break;
        }
        return outcome ?? throw new ArgumentException("There is no test to run.", nameof(methods));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private sealed class Mending(string path, string whole) : IDisposable
    {
        public void Dispose() => File.WriteAllText(path, whole);
    }
}
