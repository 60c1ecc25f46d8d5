using System.Diagnostics;
using System.Globalization;
using KakaoWorkflow.Tests.Local.Processes;

namespace KakaoWorkflow.Tests.Local.DynamoDb;

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

    private static string[] CommandOf(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline")).Split('\0');
        }
        catch (IOException)
        {
            return [];
        }
    }
}
