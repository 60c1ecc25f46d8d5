using KakaoWorkflow.Tests.Faults.Injection;
using KakaoWorkflow.Tests.Faults.Matrix;
using KakaoWorkflow.Tests.Faults.Play;

namespace KakaoWorkflow.Tests.Faults;

/// <summary>
/// Each scenario with each fault of each call. A plain test run plays the part that the seed chooses; <c>KAKAOWORKFLOW_FAULTS=all</c>
/// plays all of it, <c>KAKAOWORKFLOW_FAULTS_SEED</c> chooses another part, all parts together being the whole, and
/// <c>KAKAOWORKFLOW_FAULTS_ONLY</c> plays the runs whose name has this text.
/// </summary>
public sealed class FaultMatrixTests(ITestOutputHelper output)
{
    private const uint Parts = 24;

    [Fact]
    public async Task EveryFaultOfEveryCall_AfterRecovery_LeavesNoViolation()
    {
        var isWhole = Environment.GetEnvironmentVariable("KAKAOWORKFLOW_FAULTS") == "all";
        var only = Environment.GetEnvironmentVariable("KAKAOWORKFLOW_FAULTS_ONLY");
        var part = uint.TryParse(Environment.GetEnvironmentVariable("KAKAOWORKFLOW_FAULTS_SEED"), out var seed) ? seed % Parts : 0;
        await using var cafe = await VirtualCafe.OpenAsync();
        var matrix = new FaultMatrix(cafe);
        var runs = new List<PlayedRun>();
        foreach (var scenario in FaultScenarios.All)
        {
            foreach (var fault in await matrix.FaultsOfAsync(scenario))
            {
                var name = $"{scenario}, {fault}";
                if (only is not null ? name.Contains(only, StringComparison.Ordinal) : isWhole || Hash(name) % Parts == part)
                    runs.Add(await matrix.PlayAsync(scenario, fault));
            }
        }
        var failed = runs.Where(run => run.Problems.Count > 0).ToList();
        var otherwise = runs.Where(run => run.End != run.Scenario.End).Select(run => "ended otherwise: " + run);
        foreach (var line in Lines(runs).Concat(otherwise).Concat(failed.Select(run => run.ToString())))
            output.WriteLine(line);

        runs.ShouldNotBeEmpty();
        failed.Select(run => run.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Withdrawal_WhileAnApprovalWasCutOffAfterItsCapture_IsRefunded()
    {
        await using var cafe = await VirtualCafe.OpenAsync();
        var scenario = FaultScenarios.All.Single(scenario => scenario.Name == "withdrawn while captured");
        var fault = new Fault(new CallName("ApprovePayment", "kakaopay", "approve", 0), FaultKind.KilledAfter);
        var run = await new FaultMatrix(cafe).PlayAsync(scenario, fault);
        run.HasStruck.ShouldBeTrue();
        run.Problems.ShouldBeEmpty();
        run.End.ShouldBe(scenario.End);
    }

    private static IEnumerable<string> Lines(List<PlayedRun> runs)
    {
        foreach (var scenario in runs.GroupBy(run => run.Scenario.Name))
        {
            yield return $"{scenario.Key}: {scenario.Count()} runs, ends: "
                + string.Join(", ", scenario.CountBy(run => run.End).Select(end => $"{end.Key} {end.Value}"));
        }
        foreach (var (kind, count) in runs.CountBy(run => run.Fault!.Kind).OrderBy(kind => kind.Key))
            yield return $"{kind}: {count} runs";
        yield return $"{runs.Count(run => !run.HasStruck)} of them did not come to the call";
        yield return $"{runs.Count} runs, {runs.Sum(run => run.Problems.Count)} violations";
    }

    /// <summary>FNV-1a: the same on every machine, unlike string.GetHashCode.</summary>
    private static uint Hash(string text) => text.Aggregate(2166136261u, (hash, letter) => unchecked((hash ^ letter) * 16777619u));
}
