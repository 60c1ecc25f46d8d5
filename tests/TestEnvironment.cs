using System.Runtime.CompilerServices;

namespace KakaoWorkflow.Tests;

/// <summary>
/// What a test assembly and the programs that it starts find. Their files lie in memory where the machine offers that, since
/// DynamoDB and SQLite flush every commit: every test takes its folder from the system's temporary folder.
/// </summary>
internal static class TestEnvironment
{
    private const string Memory = "/dev/shm";
    private const string TemporaryFolder = "TMPDIR";

    /// <summary>
    /// For the programs: this one's own settings are in <c>Directory.Build.props</c>. A program that is killed would leave the
    /// pipes of its diagnostics behind.
    /// </summary>
    private static readonly IReadOnlyList<(string Name, string Value)> ShortRun =
        [("DOTNET_TieredPGO", "0"), ("DOTNET_gcServer", "0"), ("DOTNET_gcConcurrent", "0"), ("DOTNET_EnableDiagnostics", "0")];

#pragma warning disable CA2255 // before the first test, in whichever way the assembly is run
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Prepare()
    {
        if (IsFree(TemporaryFolder) && IsWritable())
            Environment.SetEnvironmentVariable(TemporaryFolder, Memory);
        foreach (var (name, value) in ShortRun.Where(setting => IsFree(setting.Name)))
            Environment.SetEnvironmentVariable(name, value);
    }

    private static bool IsFree(string variable) => Environment.GetEnvironmentVariable(variable) is not { Length: > 0 };

    private static bool IsWritable()
    {
        try
        {
            using var probe = new FileStream(
                Path.Combine(Memory, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
