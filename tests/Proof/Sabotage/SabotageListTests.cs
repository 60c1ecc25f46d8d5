using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace KakaoWorkflow.Tests.Proof.Sabotage;

/// <summary>Keeps the list of deliberate breakages in step with the code; <c>eng/sabotage</c> applies them.</summary>
public sealed class SabotageListTests
{
    private const int LeastBreakages = 15;

    private static string Root([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "..", "..");

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

    [Fact]
    public void EveryBreakage_NamesTestsThatExist()
    {
        var tests = typeof(SabotageListTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods().Select(method => $"{type.FullName}.{method.Name}"))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var test in Breakages().SelectMany(breakage => breakage["caughtBy"]!.AsArray().DefaultIfEmpty()))
            tests.ShouldContain((string?)test ?? "a breakage that no test catches");
    }
}
