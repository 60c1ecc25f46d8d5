using System.Diagnostics;
using System.Globalization;
using KakaoWorkflow.Tests.Support.Clocks;

namespace KakaoWorkflow.Tests.Support.Processes;

/// <summary>Finds DynamoDB servers by the database that they have open, so that a test never touches another one's.</summary>
internal static class ChildPrograms
{
    public static IReadOnlyList<Process> All(string database) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Where(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _) && CommandOf(folder) is [var program, ..] command
                && program.EndsWith("/dynoxide", StringComparison.Ordinal) && command.Contains(database))
            .Select(folder => Process.GetProcessById(int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture))),
    ];

    /// <summary>How many processes, other than shells that watch one, were started with a variable of that value.</summary>
    public static int CountWithVariable(string name, Uri value) => Directory.EnumerateDirectories("/proc")
        .Count(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _)
            && Read(Path.Combine(folder, "environ")).Contains($"{name}={value}")
            && CommandOf(folder) is not ["/bin/sh", ..]);

    public static Process Single(string database) => All(database).Single();

    /// <summary>Waits for a condition; connection failures count as not yet.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition)
    {
        while (!await HoldsAsync(condition))
            await RealTime.PauseAsync();
    }

    private static async Task<bool> HoldsAsync(Func<Task<bool>> condition)
    {
        try
        {
            return await condition();
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static string[] CommandOf(string folder) => Read(Path.Combine(folder, "cmdline"));

    private static string[] Read(string file)
    {
        try
        {
            return File.ReadAllText(file).Split('\0');
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The process has ended, or is another user's.
            return [];
        }
    }
}
