using System.Runtime.CompilerServices;
using KakaoWorkflow.Proof.Sabotage;

namespace KakaoWorkflow.Tests.Proof.Sabotage;

/// <summary>Keeps the list of deliberate breakages in step with the code; the command <c>sabotage</c> applies them.</summary>
public sealed class SabotageListTests
{
    private const int LeastBreakages = 15;

    private static readonly IReadOnlyList<Breakage> All = Breakage.ReadAll(Path.Combine(Root(), Breakage.List));

    private static string Root([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..");

    [Fact]
    public void EveryBreakage_HasItsTextExactlyOnceInItsFile()
    {
        All.Count.ShouldBeGreaterThanOrEqualTo(LeastBreakages);
        All.Select(breakage => breakage.Name).ShouldBeUnique();
        foreach (var breakage in All)
        {
            var text = File.ReadAllText(Path.Combine(Root(), breakage.File));
            breakage.Apply(text).ShouldNotBe(text);
            Should.Throw<InvalidOperationException>(() => breakage.Apply(text + breakage.Find)).Message.ShouldContain(breakage.Name);
        }
    }

    /// <summary>The tests are other assemblies, so their sources are read.</summary>
    [Fact]
    public void EveryBreakage_NamesTestsThatExist()
    {
        All.ShouldAllBe(breakage => breakage.CaughtBy.Count > 0);
        foreach (var test in All.SelectMany(breakage => breakage.CaughtBy))
        {
            var parts = test.Split('.');
            var path = Path.Combine([Root(), "tests", .. parts[2..^1]]) + ".cs";
            (File.Exists(path) && File.ReadAllText(path).Contains($" {parts[^1]}(", StringComparison.Ordinal)).ShouldBeTrue(test);
        }
    }
}
