using System.Text.RegularExpressions;
using KakaoWorkflow.Emulator.Deployment.References;

namespace KakaoWorkflow.Emulator.Deployment.Resources;

/// <summary>The names that AWS accepts.</summary>
internal static partial class PhysicalName
{
    private const int MaxFunction = 64;
    private const int MaxQueue = 80;
    private const int MinTable = 3;
    private const int MaxTable = 255;
    private const int MaxStateMachine = 80;

    public static void CheckFunction(ResourceIdentity it, string path) =>
        Check(it.Name.Length <= MaxFunction && Plain().IsMatch(it.Name), it, path, $"up to {MaxFunction} of letters, digits, - and _");

    public static void CheckStateMachine(ResourceIdentity it, string path) =>
        Check(it.Name.Length <= MaxStateMachine && Plain().IsMatch(it.Name), it, path, $"up to {MaxStateMachine} of letters, digits, - and _");

    public static void CheckTable(ResourceIdentity it, string path) =>
        Check(it.Name.Length is >= MinTable and <= MaxTable && Dotted().IsMatch(it.Name), it, path, $"{MinTable} to {MaxTable} of letters, digits, -, _ and .");

    public static void CheckQueue(ResourceIdentity it, bool fifo, string path)
    {
        const string Suffix = ".fifo";
        var stem = it.Name.EndsWith(Suffix, StringComparison.Ordinal) ? it.Name[..^Suffix.Length] : it.Name;
        Check(it.Name.Length <= MaxQueue && Plain().IsMatch(stem), it, path, $"up to {MaxQueue} of letters, digits, - and _");
        Check((stem != it.Name) == fifo, it, path, "ending in .fifo exactly when FifoQueue is true");
    }

    private static void Check(bool good, ResourceIdentity it, string path, string rule)
    {
        if (!good)
            throw new TemplateException(path, $"the name '{it.Name}' must be {rule}.");
    }

    [GeneratedRegex("^[A-Za-z0-9_-]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Plain();

    [GeneratedRegex("^[A-Za-z0-9_.-]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Dotted();
}
