using FsCheck;
using FsCheck.Fluent;

namespace KakaoWorkflow.Tests.Workflow.Refunds;

public sealed class RefundSplitTests
{
    [Fact]
    public void Parts_InAnySteps_SumToTheWhole()
    {
        var cases = from total in Gen.Choose(1, 2_000_000)
                    from points in Gen.Choose(0, total)
                    from earned in Gen.Choose(0, total)
                    from stops in Gen.Choose(0, total).ListOf(5)
                    select (total, points, earned, stops: stops.Order().ToList());
        Prop.ForAll(Arb.From(cases), it =>
        {
            var (cash, points, earned) = (0L, 0L, 0L);
            var before = 0L;
            foreach (var after in it.stops.Append(it.total))
            {
                var parts = RefundSplit.Between(it.total, it.points, it.earned, before, after);
                if (parts.CashWon < 0 || parts.Points < 0 || parts.EarnedPoints < 0 || parts.CashWon + parts.Points != after - before)
                    return false;
                (cash, points, earned) = (cash + parts.CashWon, points + parts.Points, earned + parts.EarnedPoints);
                before = after;
            }
            return cash == it.total - it.points && points == it.points && earned == it.earned;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void OnePart_IsWithinOneOfItsExactShare()
    {
        var cases = from total in Gen.Choose(1, 2_000_000)
                    from points in Gen.Choose(0, total)
                    from before in Gen.Choose(0, total)
                    from after in Gen.Choose(before, total)
                    select (total, points, before, after);
        Prop.ForAll(Arb.From(cases), it =>
        {
            var parts = RefundSplit.Between(it.total, it.points, 0, it.before, it.after);
            var exact = (decimal)it.points * (it.after - it.before) / it.total;
            return Math.Abs(parts.Points - exact) < 1;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void LargestAmounts_DoNotOverflow() =>
        RefundSplit.Between(long.MaxValue, long.MaxValue, long.MaxValue, 0, long.MaxValue)
            .ShouldBe(new RefundParts(0, long.MaxValue, long.MaxValue));

    [Theory]
    [InlineData(-1, 0, 0, 0, 0)]
    [InlineData(0, 1, 0, 0, 0)]
    [InlineData(0, 0, 1, 0, 0)]
    [InlineData(0, 0, 0, 0, 1)]
    [InlineData(100, 101, 0, 0, 100)]
    [InlineData(100, -1, 0, 0, 100)]
    [InlineData(100, 0, 101, 0, 100)]
    [InlineData(100, 0, 0, 50, 49)]
    [InlineData(100, 0, 0, 0, 101)]
    [InlineData(10, 0, 0, -1, 10)]
    public void Argument_OutOfRange_IsRefused(long total, long points, long earned, long before, long after) =>
        Should.Throw<ArgumentOutOfRangeException>(() => RefundSplit.Between(total, points, earned, before, after));
}
