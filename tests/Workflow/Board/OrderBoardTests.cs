using KakaoWorkflow.Board;

namespace KakaoWorkflow.Tests.Workflow.Board;

public sealed class OrderBoardTests(DynoxideServer server) : CafeTest(server)
{
    private const string Today = "2026-03-01";

    [Fact]
    public async Task Add_TakesTheMarkAwayThatTheCommitLeft()
    {
        var order = await Stories.PaidAsync();
        (await Cafe.Table.IndexAsync("OpenOrders", "openStatus", OpenMark.Unannounced)).ShouldBe([order.OrderId]);
        (await Steps.Board.AddAsync(order.OrderId, Token)).ShouldBeTrue();
        (await Cafe.Table.IndexAsync("OpenOrders", "openStatus", OpenMark.Unannounced)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Add_OnTheBoardAlready_StillTakesALeftMarkAway()
    {
        var order = await Stories.PaidAsync();
        await Steps.Board.AddAsync(order.OrderId, Token);
        await Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), "openStatus", Attributes.Text(OpenMark.Unannounced));
        (await Steps.Board.AddAsync(order.OrderId, Token)).ShouldBeFalse();
        (await OrderAsync(order.OrderId)).OpenStatus.ShouldBeNull();
    }

    [Fact]
    public async Task Add_WhileTheMarkChanges_AddsAndLeavesTheNewMark()
    {
        var order = await Stories.PaidAsync();
        Cafe.DynamoDbWire.Before(
            "UpdateItem", () => Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), "openStatus", Attributes.Text(OpenMark.Refunding)));
        (await Steps.Board.AddAsync(order.OrderId, Token)).ShouldBeTrue();
        var added = await OrderAsync(order.OrderId);
        (added.Preparation, added.OpenStatus).ShouldBe((Preparation.ToMake, OpenMark.Refunding));
    }

    /// <summary>A refund in part was under way, so the order has no mark of the board that would change with it.</summary>
    [Theory]
    [InlineData("recalledAt", "2026-03-01T00:00:00.000Z")]
    [InlineData("status", OrderStatus.Refunded)]
    public async Task Add_WhileItIsCalledBack_LeavesItOff(string attribute, string value)
    {
        var order = await MarkedAsync(OpenMark.Refunding);
        Cafe.DynamoDbWire.Before("UpdateItem", () => Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), attribute, Attributes.Text(value)));
        (await Steps.Board.AddAsync(order.OrderId, Token)).ShouldBeFalse();
        (await OrderAsync(order.OrderId)).Preparation.ShouldBeNull();
    }

    [Fact]
    public async Task Add_WhileTheMarkComesBack_TakesItAway()
    {
        var order = await MarkedAsync(OpenMark.Refunding);
        Cafe.DynamoDbWire.Before("UpdateItem", () => MarkAsync(order, OpenMark.Unannounced));
        (await Steps.Board.AddAsync(order.OrderId, Token)).ShouldBeTrue();
        (await OrderAsync(order.OrderId)).OpenStatus.ShouldBeNull();
    }

    [Fact]
    public async Task Add_WhileAnotherAddsItAndItIsBegun_LeavesItWhereItIs()
    {
        var order = await MarkedAsync(OpenMark.Refunding);
        Cafe.DynamoDbWire.Before("UpdateItem", async () =>
        {
            await Steps.Board.AddAsync(order.OrderId, Token);
            await Stories.MoveAsync(order, BoardMove.Start);
        });
        (await Steps.Board.AddAsync(order.OrderId, Token)).ShouldBeFalse();
        (await OrderAsync(order.OrderId)).Preparation.ShouldBe(Preparation.Making);
    }

    [Fact]
    public async Task Add_OnTheBoardAlready_LeavesTheMarkThatTakesTheOldOnesPlace()
    {
        var order = await Stories.OnBoardAsync();
        await MarkAsync(order, OpenMark.Unannounced);
        Cafe.DynamoDbWire.Before("UpdateItem", () => MarkAsync(order, OpenMark.Refunding));
        (await Steps.Board.AddAsync(order.OrderId, Token)).ShouldBeFalse();
        (await OrderAsync(order.OrderId)).OpenStatus.ShouldBe(OpenMark.Refunding);
    }

    [Fact]
    public async Task Add_OfAnOrderInReview_TakesItsMarkAwayAndLeavesTheReview()
    {
        var order = await Stories.PaidAsync();
        await Stories.ReviewAsync(order, "AnnounceOrder");
        (await Steps.Board.AddAsync(order.OrderId, Token)).ShouldBeTrue();
        var added = await OrderAsync(order.OrderId);
        (added.Preparation, added.OpenStatus, added.ReviewToken).ShouldBe((Preparation.ToMake, null, new Credential(OrderStories.ReviewToken)));
        await Cafe.Books.BalanceWithMoneyAsync();
    }

    [Theory]
    [InlineData(OrderBoard.MaxAttempts - 1, true)]
    [InlineData(OrderBoard.MaxAttempts, false)]
    public async Task Add_WhileOthersKeepChangingTheOrder_GivesUpInTheEnd(int refusals, bool adds)
    {
        var order = await Stories.PaidAsync();
        Cafe.DynamoDbWire.RefuseCondition("UpdateItem", refusals);
        var adding = Steps.Board.AddAsync(order.OrderId, Token);
        if (adds)
            (await adding).ShouldBeTrue();
        else
            await Should.ThrowAsync<OrderConflictException>(adding);
    }

    [Fact]
    public async Task Board_SeveralOrders_AreInTheOrderOfPayment()
    {
        var first = await Stories.PaidAsync();
        Cafe.Time.Advance(TimeSpan.FromMinutes(1));
        var second = await Stories.PaidAsync();
        await Steps.Board.AddAsync(second.OrderId, Token);
        await Steps.Board.AddAsync(first.OrderId, Token);
        (await OnBoardAsync(Today)).ShouldBe([first.OrderId, second.OrderId]);
    }

    [Theory]
    [InlineData(14, "2026-03-01")]
    [InlineData(15, "2026-03-02")]
    public async Task Add_DayOfTheBoard_IsTheDayInKorea(int hours, string day)
    {
        Cafe.Time.Advance(TimeSpan.FromHours(hours));
        var order = await Stories.PaidAsync();
        await Steps.Board.AddAsync(order.OrderId, Token);
        (await OnBoardAsync(day)).ShouldBe([order.OrderId]);
    }

    [Theory]
    [InlineData]
    [InlineData(BoardMove.Start)]
    [InlineData(BoardMove.Start, BoardMove.Made)]
    [InlineData(BoardMove.Start, BoardMove.Made, BoardMove.PickedUp)]
    public async Task Add_Again_ChangesNothingHoweverFarTheCafeIs(params string[] moves)
    {
        var order = await Stories.OnBoardAsync(moves);
        await UnchangedAsync(() => Steps.Board.AddAsync(order.OrderId, Token));
    }

    [Theory]
    [InlineData(OrderStatus.Cancelled)]
    [InlineData(OrderStatus.AwaitingPayment)]
    public async Task Board_OrderThatIsNotPaid_StaysOff(string status)
    {
        var order = status == OrderStatus.Cancelled ? await Stories.EndedAsync(status) : await Stories.AwaitingAsync();
        await UnchangedAsync(() => Steps.Board.AddAsync(order.OrderId, Token));
    }

    [Fact]
    public async Task Board_NoOrder_StaysOff()
    {
        await UnchangedAsync(() => Steps.Board.AddAsync(OrderId.Parse("0301-NOWHERE1"), Token));
    }

    private Task UnchangedAsync(Func<Task<bool>> act) => UnchangedAsync(async () => (await act()).ShouldBeFalse());

    private Task<IReadOnlyList<string>> OnBoardAsync(string day) => Cafe.Table.IndexAsync("OrderBoard", "boardDay", day);

    private async Task<TestOrder> MarkedAsync(string mark)
    {
        var order = await Stories.PaidAsync();
        await MarkAsync(order, mark);
        return order;
    }

    private Task MarkAsync(TestOrder order, string mark) =>
        Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), "openStatus", Attributes.Text(mark));
}
