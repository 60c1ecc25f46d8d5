using KakaoWorkflow.Local.Faults.Matrix;
using KakaoWorkflow.Local.Faults.Play;
using KakaoWorkflow.Tests.Local.Processes;

namespace KakaoWorkflow.Tests.Local.Faults.Matrix;

public sealed class RedirectTests
{
    [Fact]
    public async Task Redirects_RepeatedLateLostOrReordered_EndAsTheyMustWithoutViolation()
    {
        await using var cafe = await VirtualCafe.OpenAsync(RealTime.Clock);
        var matrix = new FaultMatrix(cafe);
        var wrong = new List<string>();
        foreach (var scenario in RedirectScenarios.All)
        {
            var run = await matrix.PlayAsync(scenario, null);
            if (run.End != scenario.End || run.Problems.Count > 0)
                wrong.Add($"must be {scenario.End}: {run}");
        }
        wrong.ShouldBeEmpty();
    }
}
