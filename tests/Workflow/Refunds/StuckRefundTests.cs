namespace KakaoWorkflow.Tests.Workflow.Refunds;

/// <summary>Refunds that KakaoPay refuses, or says nothing of, again and again.</summary>
public sealed class StuckRefundTests(DynoxideServer server) : CafeTest(server)
{
    [Fact]
    public async Task Cancel_RefusedForEver_WaitsForAPersonWithinMinutes_AndIsTriedLessOften()
    {
        var order = await Stories.CancelRefusedAsync();

        (await Steps.RefundOrder.RunAsync(order.Refund, Token)).ShouldBe(RefundOutcome.UnderWay);
        for (var refusals = 1; refusals < DoubtTerms.MaxQuickRefusals; refusals++)
        {
            (await MatterKindsAsync()).ShouldBeEmpty();
            await ReconcileAsync(TimeSpan.FromMinutes(1));
        }
        (await MatterKindsAsync()).ShouldBe([AttentionKind.RefundStuck]);
        var refund = await RefundAsync(order);
        (refund.Refusals, refund.StuckSince).ShouldBe((DoubtTerms.MaxQuickRefusals, Cafe.Time.GetUtcNow()));

        await ReconcileAsync(DoubtTerms.AskingInterval - TimeSpan.FromSeconds(1));
        (await RefundAsync(order)).Refusals.ShouldBe(DoubtTerms.MaxQuickRefusals);
        await ReconcileAsync(TimeSpan.FromSeconds(1));
        (await RefundAsync(order)).Refusals.ShouldBe(DoubtTerms.MaxQuickRefusals + 1);
        await Cafe.Books.CheckAsync();
    }

    [Fact]
    public async Task Cancel_TakenAtLast_ClosesTheMatter()
    {
        var order = await Stories.CancelRefusedAsync();
        await Stories.RefundStuckAsync(order.Refund);
        (await MatterKindsAsync()).ShouldBe([AttentionKind.RefundStuck]);
        await Cafe.ClearFaultsAsync();

        await ReconcileAsync(DoubtTerms.AskingInterval);

        (await MatterKindsAsync()).ShouldBeEmpty();
        (await OrderAsync(order.OrderId)).Status.ShouldBe(OrderStatus.Refunded);
        await Cafe.Books.CheckAsync();
    }

    [Fact]
    public async Task Cancel_RefusedThoughTheMoneyIsBack_IsSettledSinceTheInquirySaysSo()
    {
        var order = await Stories.PaidAsync();
        await Cafe.FaultAsync(FaultOperation.Cancel, FaultKind.DuplicateInProgress, fault => fault with { Captured = true });
        (await Steps.RefundOrder.RunAsync(order.Refund, Token)).ShouldBe(RefundOutcome.Settled);
        (await Cafe.Books.KeptWonAsync(order)).ShouldBe(0);
        await Cafe.Books.CheckAsync();
    }

    /// <summary>A person needs a quiet while in which to settle it: each cancel that is sent takes two minutes of it.</summary>
    [Fact]
    public async Task Cancel_UnansweredForLong_IsSentLessOften()
    {
        var order = await Stories.PaidAsync();
        await Cafe.FaultAsync(FaultOperation.Cancel, FaultKind.ServerErrorBeforeCapture, fault => fault with { Always = true });
        await Steps.RefundOrder.RunAsync(order.Refund, Token);
        await ReconcileAsync(DoubtTerms.Patience + TimeSpan.FromSeconds(1));
        var sentAt = Cafe.Time.GetUtcNow();
        (await MatterKindsAsync()).ShouldBe([AttentionKind.RefundStuck]);

        await ReconcileAsync(DoubtTerms.AskingInterval - TimeSpan.FromSeconds(1));
        (await RefundAsync(order)).CancelSentAt.ShouldBe(sentAt);
        await ReconcileAsync(TimeSpan.FromSeconds(1));
        (await RefundAsync(order)).CancelSentAt.ShouldBe(Cafe.Time.GetUtcNow());
    }

    [Theory]
    [InlineData(30 * 60, false)]
    [InlineData((30 * 60) + 1, true)]
    public async Task KakaoPay_SaysNothing_WaitsForAPersonAfterAWhile(int seconds, bool isLoud)
    {
        var order = await Stories.PaidAsync();
        await Cafe.FaultAsync(FaultOperation.Order, FaultKind.ServerErrorBeforeCapture, fault => fault with { Always = true });
        (await Steps.RefundOrder.RunAsync(order.Refund, Token)).ShouldBe(RefundOutcome.UnderWay);

        await ReconcileAsync(TimeSpan.FromSeconds(seconds));

        (await MatterKindsAsync()).Count.ShouldBe(isLoud ? 1 : 0);
    }

    private async Task ReconcileAsync(TimeSpan later)
    {
        Cafe.Time.Advance(later);
        await Steps.Reconcile(new ReconcileRules { RefundPatience = TimeSpan.Zero }).RunAsync(null, Token);
    }

    private async Task<Refund> RefundAsync(TestOrder order) =>
        Refund.Read((await Cafe.Services.Table.GetAsync(ItemKey.Refund(order.OrderId, 1), Token))!);
}
