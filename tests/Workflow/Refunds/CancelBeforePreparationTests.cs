using KakaoWorkflow.Board;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Tests.Support.Recovery;

namespace KakaoWorkflow.Tests.Workflow.Refunds;

/// <summary>A customer's cancel and the café's work exclude each other.</summary>
public sealed class CancelBeforePreparationTests(TableServer server) : IClassFixture<TableServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancel_BeforeTheCafeHasBegun_KeepsItFromBeingMade(bool onBoard)
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        if (onBoard)
            (await cafe.Board.AddAsync(order.OrderId, Token)).ShouldBeTrue();

        (await cafe.Request.RunAsync(RefundRequest.ByCustomer(order.OrderId), Token)).ShouldBe(1);

        (await cafe.Board.AddAsync(order.OrderId, Token)).ShouldBeFalse();
        (await cafe.Move.RunAsync(order.OrderId, BoardMove.Start, "kim", null, Token)).Outcome.ShouldBe(MoveOutcome.Recalled);
        (await cafe.CarryOn.RunAsync(order.OrderId, Token))!.State.ShouldBe(RefundState.Settled);
        (await cafe.Orders.GetAsync(order.OrderId, Token)).Status.ShouldBe(OrderStatus.Refunded);
        await cafe.CheckAsync();
    }

    [Theory]
    [InlineData(BoardMove.Start)]
    [InlineData(BoardMove.Start, BoardMove.Made)]
    [InlineData(BoardMove.Start, BoardMove.Made, BoardMove.PickedUp)]
    public async Task Cancel_AfterTheCafeHasBegun_IsRefused_ButTheCafeMayRefund(params string[] moves)
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        await cafe.Board.AddAsync(order.OrderId, Token);
        await MoveAsync(cafe, order.OrderId, moves);

        (await Should.ThrowAsync<RefundRefusedException>(() => cafe.Request.RunAsync(RefundRequest.ByCustomer(order.OrderId), Token)))
            .Reason.ShouldBe(RefundRefusal.AlreadyBegun);
        (await cafe.Refund.RunAsync(new RefundRequest(order.OrderId, "kim", "spilled"), Token)).ShouldBe(RefundOutcome.Settled);
        await cafe.CheckAsync();
    }

    [Fact]
    public async Task PartialRefund_LeavesTheRestToBeMade()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(2));
        await cafe.Board.AddAsync(order.OrderId, Token);

        await cafe.Request.RunAsync(new RefundRequest(order.OrderId, "kim", "one less") { Line = 1, Quantity = 1 }, Token);
        await MoveAsync(cafe, order.OrderId, BoardMove.Start, BoardMove.Made);
        await cafe.CarryOn.RunAsync(order.OrderId, Token);
        await cafe.CheckAsync();
    }

    [Fact]
    public async Task Cancel_AfterTheStartWasUndone_GivesEverythingBack()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        await cafe.Board.AddAsync(order.OrderId, Token);
        await MoveAsync(cafe, order.OrderId, BoardMove.Start, BoardMove.Undo);

        (await cafe.Refund.RunAsync(RefundRequest.ByCustomer(order.OrderId), Token)).ShouldBe(RefundOutcome.Settled);
        await cafe.CheckAsync();
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, RefundRefusal.TooLate)]
    public async Task Cancel_WithinATime_IsRefusedAfterIt(int millisecondsMore, RefundRefusal? refusal)
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        var within = TimeSpan.FromMinutes(30);
        cafe.Time.Advance(within + TimeSpan.FromMilliseconds(millisecondsMore));
        var request = cafe.Request.RunAsync(RefundRequest.ByCustomer(order.OrderId) with { Within = within }, Token);

        if (refusal is null)
            (await request).ShouldBe(1);
        else
            (await Should.ThrowAsync<RefundRefusedException>(request)).Reason.ShouldBe(refusal.Value);
        (await cafe.Orders.GetAsync(order.OrderId, Token)).RecalledAt.HasValue.ShouldBe(refusal is null);
    }

    private static async Task MoveAsync(RecoveryCafe cafe, OrderId orderId, params string[] moves)
    {
        foreach (var move in moves)
            (await cafe.Move.RunAsync(orderId, move, "kim", null, Token)).Outcome.ShouldBe(MoveOutcome.Moved);
    }
}
