using FsCheck;
using FsCheck.Fluent;

namespace KakaoWorkflow.Tests.Workflow.Refunds;

/// <summary>The split's promises for any amounts up to the largest that fits, not only for those of a café.</summary>
public sealed class RefundSplitPropertyTests
{
    private const int MaxStops = 12;

    /// <summary>Small and huge numbers alike.</summary>
    private static readonly Gen<long> Anything =
        from high in Gen.Choose(0, int.MaxValue)
        from low in Gen.Choose(0, int.MaxValue)
        from bits in Gen.Choose(0, 62)
        select (((long)high << 31) | (uint)low) >> bits;

    private static readonly Gen<Case> Cases =
        from total in Anything
        from points in UpTo(total)
        from earned in UpTo(total)
        from count in Gen.Choose(0, MaxStops)
        from stops in UpTo(total).ListOf(count)
        select new Case(total, points, earned, [.. stops.Order()]);

    [Fact]
    public void Steps_HoweverManyAndLarge_AddUpToTheWholeExactly() => Check(it =>
    {
        Int128 cash = 0, points = 0, earned = 0;
        foreach (var (parts, worth) in it.Steps())
        {
            if (parts.CashWon < 0 || parts.Points < 0 || parts.EarnedPoints < 0 || (Int128)parts.CashWon + parts.Points != worth)
                return false;
            (cash, points, earned) = (cash + parts.CashWon, points + parts.Points, earned + parts.EarnedPoints);
        }
        return cash == it.Total - it.Points && points == it.Points && earned == it.Earned;
    });

    [Fact]
    public void Step_InTwo_GivesWhatItGivesInOne() => Check(it =>
    {
        long[] all = [0, .. it.Stops, it.Total];
        return Enumerable.Range(1, all.Length - 2).All(middle =>
            Sum(it.Between(all[middle - 1], all[middle]), it.Between(all[middle], all[middle + 1])) == it.Between(all[middle - 1], all[middle + 1]));
    });

    [Fact]
    public void MoreGoods_NeverGiveLessOfAnything() => Check(it => it.Stops.Zip(it.Stops.Skip(1)).All(pair =>
        it.Between(0, pair.First) is var less && it.Between(0, pair.Second) is var more
        && less.CashWon <= more.CashWon && less.Points <= more.Points && less.EarnedPoints <= more.EarnedPoints));

    [Fact]
    public void Everything_AtOnce_IsTheOrderItself() => Check(it =>
        it.Between(0, it.Total) == new RefundParts(it.Total - it.Points, it.Points, it.Earned));

    private static Gen<long> UpTo(long most) =>
        from any in Anything
        from edge in Gen.Choose(0, 9)
        select edge switch
        {
            0 => 0,
            1 => most,
            2 => Math.Max(0, most - 1),
            _ => most == long.MaxValue ? any : any % (most + 1),
        };

    private static RefundParts Sum(RefundParts first, RefundParts second) =>
        new(first.CashWon + second.CashWon, first.Points + second.Points, first.EarnedPoints + second.EarnedPoints);

    private static void Check(Func<Case, bool> property) =>
        Prop.ForAll(Arb.From(Cases), property).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    private sealed record Case(long Total, long Points, long Earned, IReadOnlyList<long> Stops)
    {
        public RefundParts Between(long beforeWon, long afterWon) => RefundSplit.Between(Total, Points, Earned, beforeWon, afterWon);

        public IEnumerable<(RefundParts Parts, long WorthWon)> Steps()
        {
            var before = 0L;
            foreach (var after in Stops.Append(Total))
            {
                yield return (Between(before, after), after - before);
                before = after;
            }
        }
    }
}
