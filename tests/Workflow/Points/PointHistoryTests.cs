using FsCheck;
using FsCheck.Fluent;

namespace KakaoWorkflow.Tests.Workflow.Points;

/// <summary>Random histories of buying, spending, holding, releasing, refunding and giving, on the real steps and the real table.</summary>
public sealed class PointHistoryTests(DynoxideServer server) : CafeTest(server)
{
    private const int Histories = 12;

    private const int MaxMoves = 10;

    private const int MaxPick = 3_000;

    private static readonly Gen<PointMove> Moves =
        from kind in Gen.Elements(Enum.GetValues<PointMoveKind>())
        from pick in Gen.Choose(0, MaxPick)
        from quantity in Gen.Choose(1, 6)
        from line in Gen.Elements(TestMenu.Americano(quantity), TestMenu.Cookie(quantity), TestMenu.Cheesecake(quantity))
        select new PointMove(kind, pick, line);

    private static readonly Gen<IReadOnlyList<PointMove>> Many =
        from count in Gen.Choose(1, MaxMoves)
        from moves in Moves.ListOf(count)
        select (IReadOnlyList<PointMove>)moves;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AllMoneyBack_LeavesTheGrants_InWhicheverOrder(bool earnsWhenSpending)
    {
        Cafe.Variables["POINTS_EARN_WHEN_SPENDING"] = earnsWhenSpending ? "1" : "0";
        foreach (var moves in Sample(Many))
        {
            var there = await PlayAsync(moves);
            var back = await PlayAsync(moves);
            (await back.PointsAsync()).ShouldBe(await there.PointsAsync(), Text(moves));

            var some = there.Orders.Count / 2;
            await RefundAsync(there, Enumerable.Range(0, some));
            await RefundAsync(back, Enumerable.Range(0, some).Reverse());
            (await back.PointsAsync()).ShouldBe(await there.PointsAsync(), Text(moves));

            await RefundAsync(there, Enumerable.Range(some, there.Orders.Count - some));
            await RefundAsync(back, Enumerable.Range(some, there.Orders.Count - some).Reverse());
            foreach (var history in new[] { there, back })
            {
                await history.ReleaseAsync();
                await history.CheckAsync();
                (await history.PointsAsync()).ShouldBe((history.GrantedPoints, 0, 0), Text(moves));
            }
        }
    }

    private async Task<PointHistory> PlayAsync(IReadOnlyList<PointMove> moves)
    {
        var history = new PointHistory(Cafe, await Stories.SignUpAsync());
        foreach (var move in moves)
        {
            try
            {
                await history.PlayAsync(move);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                throw new InvalidOperationException($"At {move} of {Text(moves)}", error);
            }
        }
        return history;
    }

    private static async Task RefundAsync(PointHistory history, IEnumerable<int> orders)
    {
        foreach (var order in orders)
        {
            await history.RefundAsync(history.Orders[order]);
            await history.CheckAsync();
        }
    }

    private static IEnumerable<IReadOnlyList<PointMove>> Sample(Gen<IReadOnlyList<PointMove>> histories) => Gen.Sample(histories, Histories);

    private static string Text(IEnumerable<PointMove> moves) => string.Join(", ", moves);
}
