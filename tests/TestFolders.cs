using System.Runtime.CompilerServices;

namespace KakaoWorkflow.Tests;

/// <summary>
/// Says where the tests' files lie: in memory where the machine offers that, since DynamoDB and SQLite flush every commit.
/// Every test takes its folder from the system's temporary folder, and so do the programs that it starts.
/// </summary>
internal static class TestFolders
{
    private const string Memory = "/dev/shm";
    private const string TemporaryFolder = "TMPDIR";

#pragma warning disable CA2255 // before the first test, in whichever way the assembly is run
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void MoveIntoMemory()
    {
        if (Environment.GetEnvironmentVariable(TemporaryFolder) is not { Length: > 0 } && IsWritable())
            Environment.SetEnvironmentVariable(TemporaryFolder, Memory);
    }

    private static bool IsWritable()
    {
        var probe = Path.Combine(Memory, Path.GetRandomFileName());
        try
        {
            using var file = new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
