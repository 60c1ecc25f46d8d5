using KakaoWorkflow.Board;

namespace KakaoWorkflow.Tests.Workflow.Board;

public sealed class ReadBoardTests(DynoxideServer server) : CafeTest(server)
{
    [Fact]
    public async Task Board_ShowsWhatThereIsToMake_TheOldestFirst_WithLinesAndAges()
    {
        var first = await Stories.OnBoardAsync(BoardMove.Start, BoardMove.Made);
        Cafe.Time.Advance(TimeSpan.FromMinutes(3));
        var second = await Stories.OnBoardAsync();
        Cafe.Time.Advance(TimeSpan.FromMinutes(1));
        await Stories.MoveAsync(second, BoardMove.Start);
        var third = await Stories.OnBoardAsync();

        var page = await ReadAsync();
        page.Orders.Select(order => (order.OrderId, order.Preparation)).ShouldBe(
            [(first.OrderId, Preparation.Made), (second.OrderId, Preparation.Making), (third.OrderId, Preparation.ToMake)]);
        (page.At, page.IsComplete).ShouldBe((TestCafe.Opening.AddMinutes(4), true));
        (page.Orders[1].PaidAt, page.Orders[1].Since).ShouldBe((TestCafe.Opening.AddMinutes(3), TestCafe.Opening.AddMinutes(4)));
        (page.Orders[2].PaidAt, page.Orders[2].Since).ShouldBe((TestCafe.Opening.AddMinutes(4), TestCafe.Opening.AddMinutes(4)));
        page.Orders[2].Lines.ShouldBe([new BoardLine("아메리카노", 2)]);
        page.Orders.Select(order => order.PhoneLast4).ShouldBe(["0001", "0002", "0003"]);
    }

    [Fact]
    public async Task Board_EmptyCafe_IsEmpty() => (await ReadAsync()).Orders.ShouldBeEmpty();

    [Fact]
    public async Task Board_OrderPickedUpOrCalledBack_IsNotOnIt()
    {
        await Stories.OnBoardAsync(BoardMove.Start, BoardMove.Made, BoardMove.PickedUp);
        await RequestAsync(await Stories.OnBoardAsync(), line: null, quantity: null);
        (await ReadAsync()).Orders.ShouldBeEmpty();
    }

    [Fact]
    public async Task Board_OrderRefundedInPart_ShowsWhatIsLeft()
    {
        var order = await Stories.OnBoardAsync();
        await RequestAsync(order, line: 1, quantity: 1);
        (await ReadAsync()).Orders.ShouldHaveSingleItem().Lines.ShouldBe([new BoardLine("아메리카노", 1)]);
    }

    /// <summary>15:00 UTC is midnight in Korea.</summary>
    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(ReadBoard.Days - 1, true)]
    [InlineData(ReadBoard.Days, false)]
    public async Task Board_OrderPaidBeforeMidnight_IsStillOnItDaysLater(int days, bool isThere)
    {
        Cafe.Time.SetUtcNow(TestCafe.Opening.AddHours(14).AddMinutes(59));
        var order = await Stories.OnBoardAsync();
        Cafe.Time.Advance(TimeSpan.FromDays(days) + TimeSpan.FromSeconds(days == 0 ? 60 : 0));
        (await ReadAsync()).Orders.Select(it => it.OrderId).ShouldBe(isThere ? [order.OrderId] : []);
    }

    /// <summary>The index is late on AWS; the records are not.</summary>
    [Fact]
    public async Task Board_OrderThatMovedSinceTheIndexWasRead_ShowsItsTrueStep()
    {
        var (moved, pickedUp) = (await Stories.OnBoardAsync(), await Stories.OnBoardAsync(BoardMove.Start, BoardMove.Made));
        Cafe.DynamoDbWire.Before("BatchGetItem", async () =>
        {
            await Stories.MoveAsync(moved, BoardMove.Start);
            await Stories.MoveAsync(pickedUp, BoardMove.PickedUp);
        });
        var order = (await ReadAsync()).Orders.ShouldHaveSingleItem();
        (order.OrderId, order.Preparation).ShouldBe((moved.OrderId, Preparation.Making));
    }

    [Theory]
    [InlineData(ReadBoard.MaxOrders, true)]
    [InlineData(ReadBoard.MaxOrders + 1, false)]
    public async Task Board_MoreThanAPage_LeavesOutWhatWaitsAtTheCounter(int count, bool isComplete)
    {
        var order = await Stories.OnBoardAsync(BoardMove.Start, BoardMove.Made);
        var item = await Cafe.Table.ItemAsync(ItemKey.Order(order.OrderId));
        item["preparation"] = Attributes.Text(Preparation.ToMake);
        item.Remove("moves");
        await Cafe.Table.CopyOrderAsync(item, count - 1, (copy, number) => copy["paidAt"] = Attributes.Instant(TestCafe.Opening.AddSeconds(number)));

        var page = await ReadAsync();
        (page.Orders.Count, page.IsComplete).ShouldBe((ReadBoard.MaxOrders, isComplete));
        page.Orders.Any(it => it.OrderId == order.OrderId).ShouldBe(isComplete);
    }

    [Fact]
    public async Task Board_MoreToMakeThanAPage_LeavesOutTheNewest()
    {
        var oldest = await Stories.OnBoardAsync();
        var item = await Cafe.Table.ItemAsync(ItemKey.Order(oldest.OrderId));
        await Cafe.Table.CopyOrderAsync(item, ReadBoard.MaxOrders, (copy, number) => copy["paidAt"] = Attributes.Instant(TestCafe.Opening.AddSeconds(number)));
        var shown = (await ReadAsync()).Orders;
        (shown[0].OrderId, shown[^1].PaidAt).ShouldBe((oldest.OrderId, TestCafe.Opening.AddSeconds(ReadBoard.MaxOrders - 1)));
    }

    /// <summary>A café that never says what was picked up.</summary>
    [Theory]
    [InlineData(ReadBoard.MaxEntries - 1, false, true)]
    [InlineData(ReadBoard.MaxEntries, false, false)]
    [InlineData(ReadBoard.MaxEntries - 1, true, false)]
    public async Task Board_MoreThanItLooksAt_LeavesOutTheOldest(int newerOnTheDay, bool hasOneOnTheNextDay, bool isThere)
    {
        var old = await Stories.OnBoardAsync();
        Cafe.Time.Advance(TimeSpan.FromMinutes(1));
        var made = await Stories.OnBoardAsync(BoardMove.Start, BoardMove.Made);
        await Cafe.Table.CopyOrderAsync(await Cafe.Table.ItemAsync(ItemKey.Order(made.OrderId)), newerOnTheDay - 1);
        if (hasOneOnTheNextDay)
        {
            Cafe.Time.Advance(TimeSpan.FromDays(1));
            await Stories.OnBoardAsync();
        }
        (await ReadAsync()).Orders.Any(order => order.OrderId == old.OrderId).ShouldBe(isThere);
    }

    private Task<BoardPage> ReadAsync() => Steps.ReadBoard.RunAsync(Token);

    private Task<int?> RequestAsync(TestOrder order, int? line, int? quantity) => Steps.RequestRefund.RunAsync(
        new RefundRequest(order.OrderId, "kim", "test") { Line = line, Quantity = quantity }, Token);
}
