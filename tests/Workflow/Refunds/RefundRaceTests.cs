using KakaoWorkflow.Orders;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Review;
using KakaoWorkflow.Tests.Support.Recovery;

namespace KakaoWorkflow.Tests.Workflow.Refunds;

public sealed class RefundRaceTests(TableServer server) : IClassFixture<TableServer>
{
    /// <summary>The reads of the order, of the order again and of the refund come before it.</summary>
    private const int Inquiry = 3;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Refund_ThatAnotherCarriedOnTogetherWithALaterOne_IsNoMismatch()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        using var slow = new RefundingProcess(server, cafe);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(2));
        var part = new RefundRequest(order.OrderId, "kim", "spilled") { Line = 1, Quantity = 1 };
        await cafe.Request.RunAsync(part, Token);
        slow.Wire.Begin(
            new RefundFault(Inquiry, RefundFaultKind.OtherPartyMeanwhile),
            () => cafe.Refund.RunAsync(RefundRequest.ByCustomer(order.OrderId), Token));

        (await slow.Refund.RunAsync(part, Token)).ShouldBe(RefundOutcome.Settled);

        var after = await cafe.Orders.GetAsync(order.OrderId, Token);
        (after.Status, after.RefundCount, after.RefundedWon).ShouldBe((OrderStatus.Refunded, 2, 9_000));
        (await cafe.KeptWonAsync(order.OrderId)).ShouldBe(0);
        await cafe.CheckAsync();
    }

    /// <summary>The money would go back twice, by hand and by KakaoPay.</summary>
    [Fact]
    public async Task Refund_SettledByHandBetweenTheInquiryAndTheCancel_SendsNoCancel()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        using var slow = new RefundingProcess(server, cafe);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(2));
        var all = new RefundRequest(order.OrderId, "kim", "spilled");
        await cafe.Request.RunAsync(all, Token);
        slow.Wire.Begin(
            new RefundFault(Inquiry, RefundFaultKind.OtherPartyMeanwhile),
            () => cafe.Settle.RunAsync(new SettleRequest(order.OrderId, SettledAs.Refunded, "kim", "paid in cash"), Token));

        (await slow.Refund.RunAsync(all, Token)).ShouldBe(RefundOutcome.Settled);

        (await cafe.Orders.GetAsync(order.OrderId, Token)).RefundedByHandWon.ShouldBe(9_000);
        (await cafe.KeptWonAsync(order.OrderId)).ShouldBe(9_000);
        await cafe.CheckAsync();
    }

    [Fact]
    public async Task FreeLine_ThatIsLeft_IsStillMade()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1), TestMenu.Water(1));
        var all = new RefundRequest(order.OrderId, "kim", "spilled");

        await cafe.Refund.RunAsync(all with { Line = 1 }, Token);
        var after = await cafe.Orders.GetAsync(order.OrderId, Token);
        (after.Status, after.RefundedWon, after.RecalledAt).ShouldBe((OrderStatus.Paid, 4_500, null));
        (await cafe.Board.AddAsync(order.OrderId, Token)).ShouldBeTrue();
        await cafe.CheckAsync();

        (await cafe.Refund.RunAsync(all, Token)).ShouldBe(RefundOutcome.Settled);
        (await cafe.Orders.GetAsync(order.OrderId, Token)).Status.ShouldBe(OrderStatus.Refunded);
        await cafe.CheckAsync();
    }

    [Fact]
    public async Task FreeOrder_IsRefundedWithoutKakaoPay()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Water(2));

        (await cafe.Refund.RunAsync(new RefundRequest(order.OrderId, "kim", "no cups") { Line = 1, Quantity = 1 }, Token))
            .ShouldBe(RefundOutcome.Settled);
        (await cafe.Orders.GetAsync(order.OrderId, Token)).Status.ShouldBe(OrderStatus.Paid);
        (await cafe.Refund.RunAsync(RefundRequest.ByCustomer(order.OrderId), Token)).ShouldBe(RefundOutcome.Settled);
        (await cafe.Orders.GetAsync(order.OrderId, Token)).Status.ShouldBe(OrderStatus.Refunded);
        await cafe.CheckAsync();
    }
}
