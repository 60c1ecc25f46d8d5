using KakaoWorkflow.Tests.Support.Refunds;

namespace KakaoWorkflow.Tests.Workflow.Refunds;

public sealed class RefundRaceTests(DynoxideServer server) : CafeTest(server)
{
    /// <summary>The reads of the order, of the order again and of the refund come before it.</summary>
    private const int Inquiry = 3;

    [Fact]
    public async Task Refund_ThatAnotherCarriedOnTogetherWithALaterOne_IsNoMismatch()
    {
        using var slow = await RefundingProcess.StartAsync(Cafe);
        var order = await Stories.PaidAsync();
        var part = new RefundRequest(order.OrderId, "kim", "spilled") { Line = 1, Quantity = 1 };
        await Steps.RequestRefund.RunAsync(part, Token);
        slow.Wire.Begin(
            new RefundFault(Inquiry, RefundFaultKind.OtherPartyMeanwhile),
            () => Steps.RefundOrder.RunAsync(RefundRequest.ByCustomer(order.OrderId), Token));

        (await slow.Refund.RunAsync(part, Token)).ShouldBe(RefundOutcome.Settled);

        var after = await OrderAsync(order.OrderId);
        (after.Status, after.RefundCount, after.RefundedWon).ShouldBe((OrderStatus.Refunded, 2, 9_000));
        (await Cafe.Books.KeptWonAsync(order)).ShouldBe(0);
        await Cafe.Books.CheckAsync();
    }

    /// <summary>The money would go back twice, by hand and by KakaoPay.</summary>
    [Fact]
    public async Task Refund_SettledByHandBetweenTheInquiryAndTheCancel_SendsNoCancel()
    {
        using var slow = await RefundingProcess.StartAsync(Cafe);
        var order = await Stories.PaidAsync();
        var all = new RefundRequest(order.OrderId, "kim", "spilled");
        await Steps.RequestRefund.RunAsync(all, Token);
        slow.Wire.Begin(
            new RefundFault(Inquiry, RefundFaultKind.OtherPartyMeanwhile),
            () => Steps.SettleOrder.RunAsync(new SettleRequest(order.OrderId, SettledAs.Refunded, "kim", "paid in cash"), Token));

        (await slow.Refund.RunAsync(all, Token)).ShouldBe(RefundOutcome.Settled);

        (await OrderAsync(order.OrderId)).RefundedByHandWon.ShouldBe(9_000);
        (await Cafe.Books.KeptWonAsync(order)).ShouldBe(9_000);
        await Cafe.Books.CheckAsync();
    }

    [Fact]
    public async Task FreeLine_ThatIsLeft_IsStillMade()
    {
        var order = await Stories.PaidAsync(lines: [TestMenu.Americano(1), TestMenu.Water(1)]);
        var all = new RefundRequest(order.OrderId, "kim", "spilled");

        await Steps.RefundOrder.RunAsync(all with { Line = 1 }, Token);
        var after = await OrderAsync(order.OrderId);
        (after.Status, after.RefundedWon, after.RecalledAt).ShouldBe((OrderStatus.Paid, 4_500, null));
        (await Steps.Board.AddAsync(order.OrderId, Token)).ShouldBeTrue();
        await Cafe.Books.CheckAsync();

        (await Steps.RefundOrder.RunAsync(all, Token)).ShouldBe(RefundOutcome.Settled);
        (await OrderAsync(order.OrderId)).Status.ShouldBe(OrderStatus.Refunded);
        await Cafe.Books.CheckAsync();
    }

    [Fact]
    public async Task FreeOrder_IsRefundedWithoutKakaoPay()
    {
        var order = await Stories.PaidAsync(lines: TestMenu.Water(2));

        (await Steps.RefundOrder.RunAsync(new RefundRequest(order.OrderId, "kim", "no cups") { Line = 1, Quantity = 1 }, Token))
            .ShouldBe(RefundOutcome.Settled);
        (await OrderAsync(order.OrderId)).Status.ShouldBe(OrderStatus.Paid);
        (await Steps.RefundOrder.RunAsync(RefundRequest.ByCustomer(order.OrderId), Token)).ShouldBe(RefundOutcome.Settled);
        (await OrderAsync(order.OrderId)).Status.ShouldBe(OrderStatus.Refunded);
        await Cafe.Books.CheckAsync();
    }
}
