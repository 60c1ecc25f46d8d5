using KakaoWorkflow.Tests.Support.Refunds;

namespace KakaoWorkflow.Tests.Proof.Refunds;

/// <summary>
/// Each kind of order with each plan of refunds, and each fault at each call of it. A plain test run plays every plan without a
/// fault and the part of the faults that the seed chooses; <c>KAKAOWORKFLOW_REFUNDS=all</c> plays all of them,
/// <c>KAKAOWORKFLOW_REFUNDS_SEED</c> chooses another part, all parts together being the whole, and
/// <c>KAKAOWORKFLOW_REFUNDS_ONLY</c> plays the runs whose name has this text.
/// </summary>
public sealed class RefundMatrixTests(DynoxideServer server, ITestOutputHelper output)
{
    private const uint Parts = 48;
    private const int PlainRuns = 72;

    /// <summary>Of the part that a test run plays unless the seed says otherwise.</summary>
    private const int FaultRuns = 145;

    [Fact]
    public async Task EveryRefund_WithEveryFault_ConservesEachWonAndEachPoint()
    {
        var isWhole = Environment.GetEnvironmentVariable("KAKAOWORKFLOW_REFUNDS") == "all";
        var only = Environment.GetEnvironmentVariable("KAKAOWORKFLOW_REFUNDS_ONLY");
        var part = uint.TryParse(Environment.GetEnvironmentVariable("KAKAOWORKFLOW_REFUNDS_SEED"), out var seed) ? seed % Parts : 0;
        var runs = new List<PlayedRefund>();
        foreach (var shape in RefundShape.All)
        {
            await using var matrix = await RefundMatrix.OpenAsync(server, shape);
            foreach (var plan in RefundPlan.All)
            {
                var plain = await matrix.PlayAsync(plan, null);
                runs.Add(plain);
                foreach (var fault in FaultsOf(plain))
                {
                    var name = (plain with { Fault = fault }).Name;
                    if (only is not null ? name.Contains(only, StringComparison.Ordinal) : isWhole || Hash(name) % Parts == part)
                        runs.Add(await matrix.PlayAsync(plan, fault));
                }
            }
        }
        var failed = runs.Where(run => run.Problems.Count > 0).Select(run => run.ToString()).ToList();
        foreach (var line in Lines(runs).Concat(failed))
            output.WriteLine(line);
        failed.ShouldBeEmpty();
        runs.Count(run => run.Fault is null).ShouldBe(PlainRuns);
        if (!isWhole && only is null && part == 0)
            runs.Count(run => run.Fault is not null).ShouldBe(FaultRuns);
    }

    private static IEnumerable<RefundFault> FaultsOf(PlayedRefund plain) =>
        from call in Enumerable.Range(0, plain.Calls)
        from kind in Enum.GetValues<RefundFaultKind>()
        select new RefundFault(call, kind);

    private static IEnumerable<string> Lines(List<PlayedRefund> runs)
    {
        foreach (var (shape, count) in runs.CountBy(run => run.Shape.Name))
            yield return $"{shape}: {count} runs";
        foreach (var (kind, count) in runs.CountBy(run => run.Fault?.Kind.ToString() ?? "no fault"))
            yield return $"{kind}: {count} runs";
        yield return $"{runs.Count} refund runs, {runs.Sum(run => run.Problems.Count)} violations";
    }

    /// <summary>FNV-1a: the same on every machine, unlike string.GetHashCode.</summary>
    private static uint Hash(string text) => text.Aggregate(2166136261u, (hash, letter) => unchecked((hash ^ letter) * 16777619u));
}
