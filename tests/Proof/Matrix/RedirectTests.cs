using System.Collections.Concurrent;

namespace KakaoWorkflow.Tests.Proof.Matrix;

public sealed class RedirectTests
{
    /// <summary>A café mostly looks whether anything still moves.</summary>
    private const int Cafes = 3;

    private const int Scenarios = 17;

    [Fact]
    public async Task Redirects_RepeatedLateLostOrReordered_EndAsTheyMustWithoutViolation()
    {
        var left = new ConcurrentQueue<FaultScenario>(RedirectScenarios.All);
        var played = (await Task.WhenAll(Enumerable.Range(0, Cafes).Select(_ => Task.Run(() => PlayAsync(left))))).SelectMany(runs => runs).ToList();

        played.Count.ShouldBe(Scenarios);
        played.Where(run => run.End != run.Planned.Scenario.End || run.Problems.Count > 0)
            .Select(run => $"must be {run.Planned.Scenario.End}: {run}").ShouldBeEmpty();
    }

    private static async Task<List<PlayedRun>> PlayAsync(ConcurrentQueue<FaultScenario> left)
    {
        await using var cafe = await VirtualCafe.OpenAsync(RealTime.Clock);
        var matrix = new FaultMatrix(cafe);
        var runs = new List<PlayedRun>();
        while (left.TryDequeue(out var scenario))
            runs.Add(await matrix.PlayAsync(scenario, null));
        return runs;
    }
}
