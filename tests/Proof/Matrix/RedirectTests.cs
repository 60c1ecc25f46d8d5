using KakaoWorkflow.Proof.Matrix;
using KakaoWorkflow.Proof.Play;
using KakaoWorkflow.Tests.Support.Clocks;

namespace KakaoWorkflow.Tests.Proof.Matrix;

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
