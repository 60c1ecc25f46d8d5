namespace KakaoWorkflow.Tests.Workflow.Refunds;

public sealed class SettleRefundTests(DynoxideServer server) : CafeTest(server)
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(3);

    /// <summary>A cancel was sent while the person's word was on its way: the money might go back twice.</summary>
    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(true, false)]
    public async Task Word_WhileACancelIsSent_IsAConflict(bool wasSentBefore, bool isSentMeanwhile)
    {
        var order = await Stories.PaidAsync();
        await Steps.RequestRefund.RunAsync(new RefundRequest(order.OrderId, "kim", "spilled"), Token);
        var key = ItemKey.Refund(order.OrderId, 1);
        if (wasSentBefore)
            await Cafe.Table.SetAsync(key, "cancelSentAt", Attributes.Instant(Cafe.Time.GetUtcNow()));
        Cafe.Time.Advance(LongEnough);
        if (isSentMeanwhile)
            Cafe.DynamoDbWire.Before("TransactWriteItems", () => Cafe.Table.SetAsync(key, "cancelSentAt", Attributes.Instant(Cafe.Time.GetUtcNow())));

        var settling = SettleAsync(order);
        if (isSentMeanwhile)
            await Should.ThrowAsync<OrderConflictException>(settling);
        else
            (await settling).ShouldBe(SettleOutcome.Settled);
        var refund = Refund.Read(await Cafe.Table.ItemAsync(key));
        (refund.State, refund.SettledBy, refund.SettledWhy).ShouldBe(
            isSentMeanwhile ? (RefundState.Requested, null, null) : (RefundState.Settled, "lee", "in cash"));
    }

    /// <summary>Only what KakaoPay does not show as given back went back by hand.</summary>
    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 9_000)]
    public async Task Word_AboutMoneyThatMayBeBack_IsTakenWhereKakaoPayDoesNotShowIt(bool isBack, long byHandWon)
    {
        var order = await Stories.PaidAsync();
        await Steps.RequestRefund.RunAsync(new RefundRequest(order.OrderId, "kim", "spilled"), Token);
        if (isBack)
            await Cafe.Table.SetAsync(ItemKey.Refund(order.OrderId, 1), "state", Attributes.Text(RefundState.MoneyBack));
        await Cafe.FaultAsync(FaultOperation.Order, FaultKind.ServerErrorBeforeCapture);
        (await SettleAsync(order)).ShouldBe(SettleOutcome.Settled);
        (await OrderAsync(order.OrderId)).RefundedByHandWon.ShouldBe(byHandWon);
    }

    /// <summary>An earlier part went back by hand, and KakaoPay has done this one.</summary>
    [Fact]
    public async Task Word_AboutWhatKakaoPayHasDone_AfterAPartByHand_IsNotByHand()
    {
        var order = await Stories.PaidAsync();
        var request = Steps.RequestRefund;
        await request.RunAsync(new RefundRequest(order.OrderId, "kim", "spilled") { Line = 1, Quantity = 1 }, Token);
        await SettleAsync(order);
        await request.RunAsync(new RefundRequest(order.OrderId, "kim", "spilled again"), Token);
        await Cafe.Services.Gateway.RefundAsync(new PaymentRefund(new PaymentReference(order.Payment.Tid), 4_500, 9_000), Token);

        (await SettleAsync(order)).ShouldBe(SettleOutcome.Settled);
        var refunded = await OrderAsync(order.OrderId);
        (refunded.Status, refunded.RefundedWon, refunded.RefundedByHandWon).ShouldBe((OrderStatus.Refunded, 9_000, 4_500));
    }

    [Theory]
    [InlineData(SettledAs.Captured)]
    [InlineData(SettledAs.NotCaptured)]
    public async Task Word_OfAnotherKind_IsRefused(string word)
    {
        var order = await Stories.PaidAsync();
        await Steps.RequestRefund.RunAsync(new RefundRequest(order.OrderId, "kim", "spilled"), Token);
        await Should.ThrowAsync<SettleRefusedException>(() => SettleAsync(order, word));
        Refund.Read(await Cafe.Table.ItemAsync(ItemKey.Refund(order.OrderId, 1))).State.ShouldBe(RefundState.Requested);
    }

    /// <summary>What cost nothing goes back without money.</summary>
    [Fact]
    public async Task Word_AboutAnOrderOfPointsAlone_NeedsNobodysHand()
    {
        var order = await Stories.ReservedAsync(points: 9_000);
        await Steps.Commit.RunAsync(order.OrderId, approvalId: null, Token);
        await Steps.RequestRefund.RunAsync(new RefundRequest(order.OrderId, "kim", "spilled"), Token);
        (await SettleAsync(order)).ShouldBe(SettleOutcome.Settled);
        Refund.Read(await Cafe.Table.ItemAsync(ItemKey.Refund(order.OrderId, 1))).SettledBy.ShouldBeNull();
        (await PointsAsync(order.Member)).ShouldBe((9_000, 0));
    }

    private async Task<SettleOutcome> SettleAsync(TestOrder order, string word = SettledAs.Refunded) =>
        await new SettleRefund(Cafe.Services.Table, Steps.CarryOnRefund, Cafe.Time)
            .RunAsync(await OrderAsync(order.OrderId), new SettleRequest(order.OrderId, word, "lee", "in cash"), Token);
}
