using System.Runtime.CompilerServices;
using KakaoWorkflow.Local.Demo;
using KakaoWorkflow.Local.Faults.Matrix;
using KakaoWorkflow.Local.Faults.Play;
using KakaoWorkflow.Tests.Local.Processes;

namespace KakaoWorkflow.Tests.Faults.Budgets;

public sealed class BudgetTests
{
    private const int MaxTransitions = 8;
    private const int MaxWrites = 6;

    [Fact]
    public async Task EveryPath_CostsWhatTheDocumentSays()
    {
        var costs = await CostsAsync();
        var plain = costs.Single(cost => cost.Path == "plain");
        plain.Transitions.ShouldBeLessThanOrEqualTo(MaxTransitions);
        plain.Writes.ShouldBeLessThanOrEqualTo(MaxWrites);

        var table = string.Join('\n', costs.Select(cost => cost.ToString()).Prepend(PathCost.Head.ReplaceLineEndings("\n")));
        var document = (await File.ReadAllTextAsync(DocumentPath(), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        document.ShouldContain(table, Case.Sensitive, "docs/budgets.md is to have this table:\n" + table);
    }

    private static async Task<List<PathCost>> CostsAsync()
    {
        await using var cafe = await VirtualCafe.OpenAsync(RealTime.Clock);
        var matrix = new FaultMatrix(cafe);
        var meter = new CapacityMeter();
        cafe.Injector.Meter = meter.SendAsync;
        var costs = new List<PathCost>();
        foreach (var scenario in FaultScenarios.All)
        {
            meter.Reset();
            var run = await matrix.PlayAsync(scenario with { Reloads = false }, null);
            run.End.ShouldBe(scenario.End);
            run.Problems.ShouldBeEmpty();
            var story = await OrderStory.ReadAsync(cafe.Cafe, run.Visit.OrderId!);
            meter.Refused.ShouldBeEmpty(scenario.Name);
            costs.Add(PathCost.Of(scenario.Name, story.States, run.Calls, meter));
        }
        return costs;
    }

    private static string DocumentPath([CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "docs", "budgets.md");
}
