using KakaoWorkflow.Board;

namespace KakaoWorkflow.Tests.Workflow.Refunds;

/// <summary>A customer's cancel and the café's work exclude each other.</summary>
public sealed class CancelBeforePreparationTests(DynoxideServer server) : CafeTest(server)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancel_BeforeTheCafeHasBegun_KeepsItFromBeingMade(bool onBoard)
    {
        var order = await Stories.PaidAsync(lines: TestMenu.Americano(1));
        if (onBoard)
            (await Steps.Board.AddAsync(order.OrderId, Token)).ShouldBeTrue();

        (await Steps.RequestRefund.RunAsync(RefundRequest.ByCustomer(order.OrderId), Token)).ShouldBe(1);

        (await Steps.Board.AddAsync(order.OrderId, Token)).ShouldBeFalse();
        (await Steps.Move.RunAsync(order.OrderId, BoardMove.Start, "kim", null, Token)).Outcome.ShouldBe(MoveOutcome.Recalled);
        (await Steps.CarryOnRefund.RunAsync(order.OrderId, Token))!.State.ShouldBe(RefundState.Settled);
        (await OrderAsync(order.OrderId)).Status.ShouldBe(OrderStatus.Refunded);
        await Cafe.Books.CheckAsync();
    }

    [Theory]
    [InlineData(BoardMove.Start)]
    [InlineData(BoardMove.Start, BoardMove.Made)]
    [InlineData(BoardMove.Start, BoardMove.Made, BoardMove.PickedUp)]
    public async Task Cancel_AfterTheCafeHasBegun_IsRefused_ButTheCafeMayRefund(params string[] moves)
    {
        var order = await Stories.PaidAsync(lines: TestMenu.Americano(1));
        await Steps.Board.AddAsync(order.OrderId, Token);
        await Stories.MoveAsync(order, moves);

        (await Should.ThrowAsync<RefundRefusedException>(() => Steps.RequestRefund.RunAsync(RefundRequest.ByCustomer(order.OrderId), Token)))
            .Reason.ShouldBe(RefundRefusal.AlreadyBegun);
        (await Steps.RefundOrder.RunAsync(new RefundRequest(order.OrderId, "kim", "spilled"), Token)).ShouldBe(RefundOutcome.Settled);
        await Cafe.Books.CheckAsync();
    }

    [Fact]
    public async Task PartialRefund_LeavesTheRestToBeMade()
    {
        var order = await Stories.PaidAsync();
        await Steps.Board.AddAsync(order.OrderId, Token);

        await Steps.RequestRefund.RunAsync(new RefundRequest(order.OrderId, "kim", "one less") { Line = 1, Quantity = 1 }, Token);
        await Stories.MoveAsync(order, BoardMove.Start, BoardMove.Made);
        await Steps.CarryOnRefund.RunAsync(order.OrderId, Token);
        await Cafe.Books.CheckAsync();
    }

    [Fact]
    public async Task Cancel_AfterTheStartWasUndone_GivesEverythingBack()
    {
        var order = await Stories.PaidAsync(lines: TestMenu.Americano(1));
        await Steps.Board.AddAsync(order.OrderId, Token);
        await Stories.MoveAsync(order, BoardMove.Start, BoardMove.Undo);

        (await Steps.RefundOrder.RunAsync(RefundRequest.ByCustomer(order.OrderId), Token)).ShouldBe(RefundOutcome.Settled);
        await Cafe.Books.CheckAsync();
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, RefundRefusal.TooLate)]
    public async Task Cancel_WithinATime_IsRefusedAfterIt(int millisecondsMore, RefundRefusal? refusal)
    {
        var order = await Stories.PaidAsync(lines: TestMenu.Americano(1));
        var within = TimeSpan.FromMinutes(30);
        Cafe.Time.Advance(within + TimeSpan.FromMilliseconds(millisecondsMore));
        var request = Steps.RequestRefund.RunAsync(RefundRequest.ByCustomer(order.OrderId) with { Within = within }, Token);

        if (refusal is null)
            (await request).ShouldBe(1);
        else
            (await Should.ThrowAsync<RefundRefusedException>(request)).Reason.ShouldBe(refusal.Value);
        (await OrderAsync(order.OrderId)).RecalledAt.HasValue.ShouldBe(refusal is null);
    }

}
