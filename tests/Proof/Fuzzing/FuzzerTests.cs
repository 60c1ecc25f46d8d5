using KakaoWorkflow.Proof.Fuzzing;
using KakaoWorkflow.Proof.Fuzzing.Inputs;
using KakaoWorkflow.Proof.Fuzzing.Targets;
using KakaoWorkflow.Proof.Fuzzing.Worlds;

namespace KakaoWorkflow.Tests.Proof.Fuzzing;

/// <summary>A cut of the fuzzer's run.</summary>
public sealed class FuzzerTests(DynoxideServer server) : FuzzerTest(server)
{
    [Fact]
    public async Task Inputs_OfEveryKind_BreakNothingAndWriteNothing()
    {
        var report = await RunAsync(new FuzzOptions { Inputs = 4_000, Seed = 7 });

        report.Findings.ShouldBeEmpty(string.Join('\n', report.Findings.Take(5)));
        report.ToString().ShouldEndWith("4000 inputs, 0 unhandled, 0 writes from refused input");
        report.Accepted.ShouldBeInRange(200, 2_500);
        foreach (var kind in Enum.GetValues<MutationKind>())
            report.Count(kind).ShouldBeGreaterThan(10, $"{kind} is rare");
    }

    [Fact]
    public async Task Inputs_OfTheSameSeedAndNumber_AreTheSameInEveryWorld()
    {
        var (builder, table) = await BuilderAsync(null);
        await using var _ = table;
        var (one, other) = (await builder.BuildAsync(1, Token), await builder.BuildAsync(2, Token));
        var inputs = Enumerable.Range(1, 500).Select(number => Create(one, 3, number)).ToList();
        inputs.ShouldBe(Enumerable.Range(1, 500).Select(number => Create(other, 3, number)));
        inputs.Intersect(Enumerable.Range(1, 500).Select(number => Create(one, 4, number))).Count().ShouldBeLessThan(50);
    }

    private static string Create(FuzzWorld world, ulong seed, int number)
    {
        var random = FuzzRandom.Of(seed, number);
        var input = FuzzTargets.Choose(random).Create(random, world);
        return $"{input.Function} {input.Kind} {Encoding.UTF8.GetString(input.Event)} {Convert.ToBase64String(input.Shown ?? [])}";
    }
}
