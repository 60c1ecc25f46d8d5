using FsCheck;
using FsCheck.Fluent;
using KakaoWorkflow.Pricing;

namespace KakaoWorkflow.Tests.Workflow.Pricing;

public sealed class PricingRulesTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(9, 0)]
    [InlineData(10, 1)]
    [InlineData(19, 1)]
    [InlineData(4_500, 450)]
    [InlineData(4_509, 450)]
    public void PointsEarned_TenPercent_AreRoundedDown(long totalWon, long points) =>
        new PricingRules().PointsEarned(totalWon, pointsUsed: 0).ShouldBe(points);

    [Theory]
    [InlineData(0, false, 450)]
    [InlineData(1, false, 0)]
    [InlineData(4_500, false, 0)]
    [InlineData(1, true, 450)]
    public void PointsEarned_OrderThatSpendsPoints_EarnsOnlyWhereTheCafeSaysSo(long pointsUsed, bool earnWhenSpending, long points) =>
        new PricingRules { EarnWhenSpending = earnWhenSpending }.PointsEarned(4_500, pointsUsed).ShouldBe(points);

    [Fact]
    public void PointsEarned_TotalTooLarge_ThrowsAndNeverWrapsAround() =>
        Should.Throw<OverflowException>(() => new PricingRules().PointsEarned(long.MaxValue / 9, 0));

    [Fact]
    public void PointsEarned_AnyTotal_IsNeverMoreThanItsShare() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).SelectMany(won => Gen.Choose(0, 100).Select(percent => (won, percent))).ToArbitrary(),
        drawn =>
        {
            var points = new PricingRules { EarnPercent = drawn.percent }.PointsEarned(drawn.won, 0);
            return points * 100 <= (long)drawn.won * drawn.percent && (points + 1) * 100 > (long)drawn.won * drawn.percent;
        }).Check(Config.QuickThrowOnFailure);
}
