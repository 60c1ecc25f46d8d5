using FsCheck;
using FsCheck.Fluent;

namespace KakaoWorkflow.Tests.Emulator.StepFunctions.Language.Failures;

public sealed class RetrierTests
{
    [Fact]
    public void RetryDelay_Defaults_AreOneSecondDoubled()
    {
        var retrier = new Retrier(["States.ALL"]);
        retrier.MaxAttempts.ShouldBe(3);
        Delays(retrier, 4).ShouldBe([1, 2, 4, 8]);
    }

    [Fact]
    public void RetryDelay_MaxDelay_CapsIt() =>
        Delays(new Retrier(["E"]) { IntervalSeconds = 3, BackoffRate = 2, MaxDelaySeconds = 10 }, 4).ShouldBe([3, 6, 10, 10]);

    [Fact]
    public void RetryDelay_RateOfOne_StaysTheSame() =>
        Delays(new Retrier(["E"]) { IntervalSeconds = 5, BackoffRate = 1 }, 3).ShouldBe([5, 5, 5]);

    [Fact]
    public void RetryDelay_EndlessGrowth_IsCappedBelowAYear() =>
        new Retrier(["E"]) { IntervalSeconds = 99_999_999, BackoffRate = 1e308 }.RetryDelay(99_999_999, new SeededRandomSource(1))
            .ShouldBe(TimeSpan.FromSeconds(31_622_399));

    [Fact]
    public void RetryDelay_FullJitter_IsRepeatableAndSpread()
    {
        var retrier = new Retrier(["E"]) { IntervalSeconds = 100, JitterStrategy = JitterStrategy.Full };
        var delays = Enumerable.Range(0, 50).Select(seed => retrier.RetryDelay(0, new SeededRandomSource((ulong)seed))).ToList();
        delays.ShouldBe(Enumerable.Range(0, 50).Select(seed => retrier.RetryDelay(0, new SeededRandomSource((ulong)seed))));
        delays.Distinct().Count().ShouldBe(50);
        delays.Min().ShouldBeLessThan(TimeSpan.FromSeconds(30));
        delays.Max().ShouldBeGreaterThan(TimeSpan.FromSeconds(70));
    }

    [Fact]
    public void RetryDelay_AnyRetrier_GrowsUpToItsCapAndJitterStaysBelow() => Prop.ForAll(
        Gen.Choose(1, 1_000).ToArbitrary(), Gen.Choose(100, 500).ToArbitrary(), Gen.Choose(0, 40).ToArbitrary(), (interval, ratePercent, retries) =>
        {
            var plain = new Retrier(["E"]) { IntervalSeconds = interval, BackoffRate = ratePercent / 100.0, MaxDelaySeconds = interval + 5_000 };
            var random = new SeededRandomSource((ulong)retries);
            var delay = plain.RetryDelay(retries, random);
            var jittered = (plain with { JitterStrategy = JitterStrategy.Full }).RetryDelay(retries, random);
            return delay >= TimeSpan.FromSeconds(interval)
                && delay <= TimeSpan.FromSeconds(interval + 5_000)
                && plain.RetryDelay(retries + 1, random) >= delay
                && jittered >= TimeSpan.Zero
                && jittered <= delay;
        }).QuickCheckThrowOnFailure();

    private static IEnumerable<double> Delays(Retrier retrier, int count) =>
        Enumerable.Range(0, count).Select(retries => retrier.RetryDelay(retries, new SeededRandomSource(1)).TotalSeconds);
}
