using KakaoWorkflow.Orders;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Tests.Workflow.Recovery;

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
        (await cafe.Board.MarkMadeAsync(order.OrderId)).ShouldBeFalse();
        (await cafe.CarryOn.RunAsync(order.OrderId, Token))!.State.ShouldBe(RefundState.Settled);
        (await cafe.Orders.GetAsync(order.OrderId, Token)).Status.ShouldBe(OrderStatus.Refunded);
        await cafe.CheckAsync();
    }

    [Fact]
    public async Task Cancel_AfterItWasMade_IsRefused_ButTheCafeMayRefund()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        await cafe.Board.AddAsync(order.OrderId, Token);
        (await cafe.Board.MarkMadeAsync(order.OrderId)).ShouldBeTrue();

        (await Should.ThrowAsync<RefundRefusedException>(() => cafe.Request.RunAsync(RefundRequest.ByCustomer(order.OrderId), Token)))
            .Reason.ShouldBe(RefundRefusal.AlreadyMade);
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
        (await cafe.Board.MarkMadeAsync(order.OrderId)).ShouldBeTrue();
        await cafe.CarryOn.RunAsync(order.OrderId, Token);
        await cafe.CheckAsync();
    }
}
