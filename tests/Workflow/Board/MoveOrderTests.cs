using KakaoWorkflow.Board;

namespace KakaoWorkflow.Tests.Workflow.Board;

public sealed class MoveOrderTests(DynoxideServer server) : CafeTest(server)
{
    private const string Today = "2026-03-01";

    private static readonly string[] Full = [BoardMove.Start, BoardMove.Made, BoardMove.PickedUp];

    [Fact]
    public async Task Move_FromToMakeToPickedUp_KeepsWhoAndWhen()
    {
        var order = await Stories.OnBoardAsync();
        foreach (var (move, step) in Full.Zip(Preparation.Steps.Skip(1)))
        {
            (await OnBoardAsync()).ShouldBe([order.OrderId]);
            Cafe.Time.Advance(TimeSpan.FromMinutes(1));
            var moved = await MoveAsync(order, move, by: move + "-er");
            (moved.Outcome, moved.Order.Preparation).ShouldBe((MoveOutcome.Moved, step));
        }

        (await OnBoardAsync()).ShouldBeEmpty();
        (await OrderAsync(order.OrderId)).Moves.ShouldBe(
        [
            new(Preparation.Making, "start-er", TestCafe.Opening.AddMinutes(1)),
            new(Preparation.Made, "made-er", TestCafe.Opening.AddMinutes(2)),
            new(Preparation.PickedUp, "picked-up-er", TestCafe.Opening.AddMinutes(3)),
        ]);
        await Cafe.Books.BalanceWithMoneyAsync();
    }

    [Fact]
    public async Task Undo_GoesOneStepBackEachTime_AndIsAMoveItself()
    {
        var order = await Stories.OnBoardAsync(Full);
        foreach (var step in Preparation.Steps.Reverse().Skip(1))
        {
            (await MoveAsync(order, BoardMove.Undo, by: "lee")).Outcome.ShouldBe(MoveOutcome.Moved);
            (await OrderAsync(order.OrderId)).Preparation.ShouldBe(step);
            (await OnBoardAsync()).ShouldBe([order.OrderId]);
        }
        await UnchangedAsync(order, BoardMove.Undo, MoveOutcome.OutOfTurn);
        (await OrderAsync(order.OrderId)).Moves.Select(move => (move.To, move.By)).ShouldBe(
        [
            (Preparation.Making, "kim"), (Preparation.Made, "kim"), (Preparation.PickedUp, "kim"),
            (Preparation.Made, "lee"), (Preparation.Making, "lee"), (Preparation.ToMake, "lee"),
        ]);
        await Cafe.Books.BalanceWithMoneyAsync();
    }

    /// <summary>The board's day is that of the payment, however late the undo comes.</summary>
    [Fact]
    public async Task Undo_OfAPickUpOnALaterDay_IsBackUnderItsOwnDay()
    {
        var order = await Stories.OnBoardAsync(Full);
        Cafe.Time.Advance(TimeSpan.FromDays(2));
        await Stories.MoveAsync(order, BoardMove.Undo);
        (await OrderAsync(order.OrderId)).BoardDay.ShouldBe(Today);
    }

    [Theory]
    [InlineData(BoardMove.Start, BoardMove.Start)]
    [InlineData(BoardMove.Made, BoardMove.Start, BoardMove.Made)]
    [InlineData(BoardMove.PickedUp, BoardMove.Start, BoardMove.Made, BoardMove.PickedUp)]
    public async Task Move_Again_ChangesNothing(string move, params string[] done) =>
        await UnchangedAsync(await Stories.OnBoardAsync(done), move, MoveOutcome.AlreadyThere);

    [Theory]
    [InlineData(BoardMove.Made)]
    [InlineData(BoardMove.PickedUp)]
    [InlineData(BoardMove.Undo)]
    [InlineData(BoardMove.PickedUp, BoardMove.Start)]
    [InlineData(BoardMove.Start, BoardMove.Start, BoardMove.Made)]
    [InlineData(BoardMove.Start, BoardMove.Start, BoardMove.Made, BoardMove.PickedUp)]
    [InlineData(BoardMove.Made, BoardMove.Start, BoardMove.Made, BoardMove.PickedUp)]
    public async Task Move_OutOfTurn_ChangesNothing(string move, params string[] done) =>
        await UnchangedAsync(await Stories.OnBoardAsync(done), move, MoveOutcome.OutOfTurn);

    [Theory]
    [InlineData(BoardMove.Undo, Preparation.Made, MoveOutcome.Moved, Preparation.Making)]
    [InlineData(BoardMove.Undo, Preparation.PickedUp, MoveOutcome.AlreadyThere, Preparation.Made)]
    [InlineData(BoardMove.Undo, Preparation.Making, MoveOutcome.OutOfTurn, Preparation.Made)]
    [InlineData(BoardMove.PickedUp, Preparation.Made, MoveOutcome.Moved, Preparation.PickedUp)]
    [InlineData(BoardMove.PickedUp, Preparation.Making, MoveOutcome.OutOfTurn, Preparation.Made)]
    [InlineData(BoardMove.Made, Preparation.Making, MoveOutcome.AlreadyThere, Preparation.Made)]
    public async Task Move_FromTheStepThatWasSeen_HappensOnce(string move, string from, MoveOutcome outcome, string step)
    {
        var order = await Stories.OnBoardAsync(BoardMove.Start, BoardMove.Made);
        var moved = await Steps.Move.RunAsync(order.OrderId, move, "lee", from, Token);
        (moved.Outcome, moved.Order.Preparation).ShouldBe((outcome, step));
        (await OrderAsync(order.OrderId)).Preparation.ShouldBe(step);
    }

    /// <summary>The client sends an update again whose answer was lost, and then hears that the condition fails.</summary>
    [Theory]
    [InlineData(BoardMove.PickedUp, null, Preparation.PickedUp)]
    [InlineData(BoardMove.Undo, null, Preparation.Making)]
    [InlineData(BoardMove.Undo, Preparation.Made, Preparation.Making)]
    public async Task Move_WhoseAnswerWasLost_HappensOnce(string move, string? from, string step)
    {
        var order = await Stories.OnBoardAsync(BoardMove.Start, BoardMove.Made);
        Cafe.DynamoDbWire.Before("UpdateItem", () => Steps.Move.RunAsync(order.OrderId, move, "kim", from, Token));
        (await Steps.Move.RunAsync(order.OrderId, move, "kim", from, Token)).Outcome.ShouldBe(MoveOutcome.Moved);
        var moved = await OrderAsync(order.OrderId);
        (moved.Preparation, moved.Moves.Count).ShouldBe((step, 3));
    }

    [Fact]
    public async Task Move_AtOnceByTwoBaristas_IsOneMove()
    {
        var order = await Stories.OnBoardAsync();
        var moved = await Task.WhenAll(MoveAsync(order, BoardMove.Start, "kim"), MoveAsync(order, BoardMove.Start, "lee"));
        moved.Select(it => it.Outcome).ShouldBe([MoveOutcome.Moved, MoveOutcome.AlreadyThere], ignoreOrder: true);
        (await OrderAsync(order.OrderId)).Moves.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Move_OfAnOrderThatIsCalledBack_IsRefused(bool byCustomer)
    {
        var order = await Stories.OnBoardAsync();
        await RecallAsync(order, byCustomer);
        await UnchangedAsync(order, BoardMove.Start, MoveOutcome.Recalled);
        await Steps.CarryOnRefund.RunAsync(order.OrderId, Token);
        await UnchangedAsync(order, BoardMove.Start, MoveOutcome.Recalled);
        await UnchangedAsync(order, BoardMove.Undo, MoveOutcome.Recalled);
        await Cafe.Books.BalanceWithMoneyAsync();
    }

    [Fact]
    public async Task Move_WhileItIsCalledBack_IsRefused()
    {
        var order = await Stories.OnBoardAsync();
        Cafe.DynamoDbWire.Before("UpdateItem", () => RecallAsync(order, byCustomer: true));
        (await MoveAsync(order, BoardMove.Start)).Outcome.ShouldBe(MoveOutcome.Recalled);
        (await OrderAsync(order.OrderId)).Preparation.ShouldBe(Preparation.ToMake);
    }

    [Theory]
    [InlineData(OrderStatus.Paid)]
    [InlineData(OrderStatus.AwaitingPayment)]
    [InlineData(OrderStatus.Cancelled)]
    public async Task Move_OfAnOrderThatTheBoardHasNotHeardOf_IsRefused(string status)
    {
        var order = status switch
        {
            OrderStatus.Paid => await Stories.PaidAsync(),
            OrderStatus.AwaitingPayment => await Stories.AwaitingAsync(),
            _ => await Stories.EndedAsync(status),
        };
        foreach (var move in BoardMove.All)
            await UnchangedAsync(order, move, MoveOutcome.NotOnBoard);
    }

    [Fact]
    public Task Move_OfNoOrder_IsAnError() =>
        Should.ThrowAsync<OrderNotFoundException>(() => Steps.Move.RunAsync(OrderId.Parse("0301-NOWHERE1"), BoardMove.Start, "kim", null, Token));

    [Fact]
    public async Task Moves_AreKeptUpToTheirLimit_AndThenRefused()
    {
        var order = await Stories.OnBoardAsync();
        for (var moves = 0; moves < MoveOrder.MaxMoves - 1; moves++)
            await Stories.MoveAsync(order, moves % 2 == 0 ? BoardMove.Start : BoardMove.Undo);
        await Stories.MoveAsync(order, BoardMove.Start);
        (await OrderAsync(order.OrderId)).Moves.Count.ShouldBe(MoveOrder.MaxMoves);
        await UnchangedAsync(order, BoardMove.Made, MoveOutcome.TooOften);
    }

    [Theory]
    [InlineData(MoveOrder.MaxAttempts - 1, true)]
    [InlineData(MoveOrder.MaxAttempts, false)]
    public async Task Move_WhileOthersKeepChangingTheOrder_GivesUpInTheEnd(int refusals, bool moves)
    {
        var order = await Stories.OnBoardAsync();
        Cafe.DynamoDbWire.RefuseCondition("UpdateItem", refusals);
        var moving = MoveAsync(order, BoardMove.Start);
        if (moves)
            (await moving).Outcome.ShouldBe(MoveOutcome.Moved);
        else
            await Should.ThrowAsync<OrderConflictException>(moving);
    }

    /// <summary>Another's moves there and back in between leave the order where it was, but not as it was.</summary>
    [Fact]
    public async Task Move_WhileAnotherMovesItBackAndThereAgain_CountsEveryMove()
    {
        var order = await Stories.OnBoardAsync(BoardMove.Start);
        Cafe.DynamoDbWire.Before("UpdateItem", async () =>
        {
            for (var moves = 1; moves < MoveOrder.MaxMoves; moves++)
                await Stories.MoveAsync(order, moves % 2 == 0 ? BoardMove.Start : BoardMove.Undo);
        });
        (await MoveAsync(order, BoardMove.Made)).Outcome.ShouldBe(MoveOutcome.TooOften);
        (await OrderAsync(order.OrderId)).Moves.Count.ShouldBe(MoveOrder.MaxMoves);
    }

    [Theory]
    [InlineData("preparation", Preparation.Made, MoveOutcome.OutOfTurn)]
    [InlineData("status", OrderStatus.Refunded, MoveOutcome.Recalled)]
    public async Task Move_WhileTheRecordChangesOtherwise_DecidesOnTheChange(string attribute, string value, MoveOutcome outcome)
    {
        var order = await Stories.OnBoardAsync();
        Cafe.DynamoDbWire.Before("UpdateItem", () => Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), attribute, Attributes.Text(value)));
        (await MoveAsync(order, BoardMove.Start)).Outcome.ShouldBe(outcome);
        (await OrderAsync(order.OrderId)).Moves.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("start", "", null)]
    [InlineData("start", "201", null)]
    [InlineData("drink", "kim", null)]
    [InlineData("undo", "kim", "PAID")]
    public async Task Move_Malformed_IsRefused(string move, string by, string? from)
    {
        var order = await Stories.OnBoardAsync();
        var name = int.TryParse(by, out var length) ? new string('k', length) : by;
        await Should.ThrowAsync<ArgumentException>(() => Steps.Move.RunAsync(order.OrderId, move, name, from, Token));
        (await OrderAsync(order.OrderId)).Moves.ShouldBeEmpty();
    }

    [Fact]
    public async Task Name_OfTheLongestLength_IsKept()
    {
        var order = await Stories.OnBoardAsync();
        var name = new string('k', MoveOrder.MaxNameLength);
        (await MoveAsync(order, BoardMove.Start, name)).Order.Moves.ShouldHaveSingleItem().By.ShouldBe(name);
    }

    /// <summary>An order that an earlier version marked as made has no moves.</summary>
    [Fact]
    public async Task Move_OfAnOrderThatAnEarlierVersionMarked_GoesOn()
    {
        var order = await Stories.OnBoardAsync();
        await Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), "preparation", Attributes.Text(Preparation.Made));
        await Stories.MoveAsync(order, BoardMove.PickedUp);
        await Cafe.Books.BalanceWithMoneyAsync();
    }

    private Task<MovedOrder> MoveAsync(TestOrder order, string move, string by = "kim") =>
        Steps.Move.RunAsync(order.OrderId, move, by, null, Token);

    private Task<int?> RecallAsync(TestOrder order, bool byCustomer) => Steps.RequestRefund.RunAsync(
        byCustomer ? RefundRequest.ByCustomer(order.OrderId) : new RefundRequest(order.OrderId, "kim", "closing"), Token);

    private Task UnchangedAsync(TestOrder order, string move, MoveOutcome outcome) =>
        UnchangedAsync(async () => (await MoveAsync(order, move)).Outcome.ShouldBe(outcome));

    private Task<IReadOnlyList<string>> OnBoardAsync() => Cafe.Table.IndexAsync("OrderBoard", "boardDay", Today);
}
