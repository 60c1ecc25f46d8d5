using System.Runtime.CompilerServices;

namespace KakaoWorkflow.Tests.Proof.Sabotage;

/// <summary>Keeps the list of deliberate breakages in step with the code; <c>eng/sabotage</c> applies them.</summary>
public sealed class SabotageListTests
{
    private const int LeastBreakages = 15;

    private static string Root([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..");

    private static IReadOnlyList<JsonNode> Breakages() =>
        [.. JsonNode.Parse(File.ReadAllText(Path.Combine(Root(), "eng", "sabotage", "sabotages.json")))!.AsArray().Select(node => node!)];

    [Fact]
    public void EveryBreakage_HasItsTextExactlyOnceInItsFile()
    {
        var breakages = Breakages();
        breakages.Count.ShouldBeGreaterThanOrEqualTo(LeastBreakages);
        breakages.Select(breakage => (string)breakage["name"]!).ShouldBeUnique();
        foreach (var breakage in breakages)
        {
            var text = File.ReadAllText(Path.Combine(Root(), (string)breakage["file"]!));
            text.Split((string)breakage["find"]!).Length.ShouldBe(2, (string)breakage["name"]!);
        }
    }

    /// <summary>The tests are other assemblies, so their sources are read.</summary>
    [Fact]
    public void EveryBreakage_NamesTestsThatExist()
    {
        foreach (var test in Breakages().SelectMany(breakage => breakage["caughtBy"]!.AsArray().DefaultIfEmpty()))
        {
            var parts = ((string?)test ?? "a breakage that no test catches").Split('.');
            var path = Path.Combine([Root(), "tests", .. parts[2..^1]]) + ".cs";
            (File.Exists(path) && File.ReadAllText(path).Contains($" {parts[^1]}(", StringComparison.Ordinal)).ShouldBeTrue((string?)test);
        }
    }
}
