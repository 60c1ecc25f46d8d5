namespace KakaoWorkflow.Tests.Workflow.Refunds;

public sealed class CarryOnRefundTests(DynoxideServer server) : CafeTest(server)
{
    private CarryOnRefund CarryOn => new(Cafe.Services.Table, Cafe.Services.Gateway, Cafe.Time);

    [Fact]
    public async Task Run_NothingUnderWay_IsNothing() =>
        (await CarryOn.RunAsync((await Stories.PaidAsync()).OrderId, Token)).ShouldBeNull();

    /// <summary>The configured shop may have changed since the order was paid.</summary>
    [Fact]
    public async Task Run_Cancels_AtTheShopThatThePaymentWasPreparedWith()
    {
        var order = await RequestedAsync();
        var cid = Cafe.Variables["KAKAOPAY_CID"];
        Cafe.Variables["KAKAOPAY_CID"] = "TC0OTHER01";
        Cafe.Restart();
        (await CarryOn.RunAsync(order.OrderId, Token))!.State.ShouldBe(RefundState.Settled);
        Cafe.KakaoPayWire.LastBody("cancel")["cid"]!.GetValue<string>().ShouldBe(cid);
    }

    [Fact]
    public async Task Run_KakaoPayDoesNotAnswer_CountsNoRefusalAndSaysItOnce()
    {
        var order = await RequestedAsync();
        for (var tries = 0; tries < DoubtTerms.MaxQuickRefusals; tries++)
        {
            await Cafe.FaultAsync(FaultOperation.Cancel, FaultKind.ServerErrorBeforeCapture);
            (await Should.ThrowAsync<PaymentInDoubtException>(() => CarryOn.RunAsync(order.OrderId, Token)))
                .Message.Split(order.OrderId).Length.ShouldBe(2);
        }
        (await RefundAsync(order)).Refusals.ShouldBe(0);
        (await MatterKindsAsync()).ShouldBeEmpty();
        (await CarryOn.RunAsync(order.OrderId, Token))!.State.ShouldBe(RefundState.Settled);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public async Task Settlement_ThatOthersKeepFromBeingWritten_IsTriedUpToALimit(int refusals, bool isConflict)
    {
        var order = await RequestedAsync();
        Cafe.DynamoDbWire.RefuseCondition("TransactWriteItems", refusals);
        if (isConflict)
            await Should.ThrowAsync<OrderConflictException>(() => CarryOn.RunAsync(order.OrderId, Token));
        else
            (await CarryOn.RunAsync(order.OrderId, Token))!.State.ShouldBe(RefundState.Settled);
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((9_000, 9_000));
    }

    [Fact]
    public async Task Settlement_IsWrittenOnce()
    {
        var order = await RequestedAsync();
        var calls = Cafe.DynamoDbWire.Operations.Count;
        await CarryOn.RunAsync(order.OrderId, Token);
        Cafe.DynamoDbWire.Operations.Skip(calls).ShouldBe(
            ["GetItem", "GetItem", "UpdateItem", "UpdateItem", "GetItem", "GetItem", "GetItem", "TransactWriteItems"]);
    }

    [Theory]
    [InlineData(AttentionKind.RefundMismatch)]
    [InlineData(AttentionKind.RefundStuck)]
    public async Task Settlement_ClosesTheMattersOfTheRefund(string kind)
    {
        var order = await RequestedAsync();
        await Attention.OpenAsync(kind, order.OrderId, order.OrderId, "test", Token);
        if (kind == AttentionKind.RefundStuck)
            await Cafe.Table.SetAsync(ItemKey.Refund(order.OrderId, 1), "stuckSince", Attributes.Instant(Cafe.Time.GetUtcNow()));
        await CarryOn.RunAsync(order.OrderId, Token);
        (await MatterKindsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Settlement_SaysSinceWhenAndOnWhichDay()
    {
        var order = await RequestedAsync();
        Cafe.Time.Advance(TimeSpan.FromDays(2));
        await CarryOn.RunAsync(order.OrderId, Token);
        var item = await Cafe.Table.ItemAsync(ItemKey.Refund(order.OrderId, 1));
        (item.Instant("statusSince"), item.Instant("stateSince")).ShouldBe((Cafe.Time.GetUtcNow(), Cafe.Time.GetUtcNow()));
        item.Text("endedDay").ShouldBe(BookDay.Of(Cafe.Time.GetUtcNow()).RefundShard(order.OrderId));
    }

    /// <summary>Another one has ended the matter of the money while this one was refused.</summary>
    [Fact]
    public async Task Refusal_OfARefundWhoseMoneyIsBackByThen_IsNotCounted()
    {
        var order = await RequestedAsync();
        await Cafe.FaultAsync(FaultOperation.Cancel, FaultKind.Decline);
        Cafe.KakaoPayWire.Before(
            "cancel", () => Cafe.Table.SetAsync(ItemKey.Refund(order.OrderId, 1), "state", Attributes.Text(RefundState.MoneyBack)));
        await Should.ThrowAsync<PaymentInDoubtException>(() => CarryOn.RunAsync(order.OrderId, Token));
        (await RefundAsync(order)).Refusals.ShouldBe(0);
    }

    /// <summary>An earlier version kept a review under the mark that goes with the refund.</summary>
    [Fact]
    public async Task Settlement_OfAnOrderInReview_LeavesItsMatter()
    {
        var order = await RequestedAsync();
        await Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), "reviewToken", Attributes.Text("review-token"));
        await CarryOn.RunAsync(order.OrderId, Token);
        (await MatterKindsAsync()).ShouldBe([AttentionKind.OrderInReview]);
    }

    /// <summary>A refund of one point gives it back, and one of an order that has earned nothing takes nothing back.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Settlement_HasALineForEachThatMoves(long points)
    {
        var order = await RequestedAsync(points);
        await CarryOn.RunAsync(order.OrderId, Token);
        var kinds = (await Steps.Ledger.LinesAsync(order.Member.MemberId)).Select(line => line.Kind).ToList();
        kinds.Contains(LedgerKind.Refund).ShouldBe(points > 0);
        kinds.Contains(LedgerKind.TakeBack).ShouldBe(points == 0);
        (await PointsAsync(order.Member)).ShouldBe((points, 0));
        await Cafe.Books.BalanceWithMoneyAsync();
    }

    [Fact]
    public async Task Settlement_DebtComesMeanwhile_IsPaidByThePointsThatComeBack()
    {
        var order = await RequestedAsync(points: 1_000);
        var account = ItemKey.Account(order.Member.MemberId);
        Cafe.DynamoDbWire.Before("TransactWriteItems", () => Cafe.Table.SetAsync(account, "debtPoints", Attributes.Number(300)));
        await CarryOn.RunAsync(order.OrderId, Token);
        (await PointsAsync(order.Member)).ShouldBe((700, 0));
        (await Cafe.Table.ItemAsync(account)).Number("debtPoints").ShouldBe(0);
    }

    /// <summary>How much can be taken back depends on what is there: the rest is owed.</summary>
    [Fact]
    public async Task Settlement_PointsSpentMeanwhile_OwesTheRest()
    {
        var order = await RequestedAsync();
        var account = ItemKey.Account(order.Member.MemberId);
        Cafe.DynamoDbWire.Before("TransactWriteItems", () => Cafe.Table.SetAsync(account, "availablePoints", Attributes.Number(100)));
        await CarryOn.RunAsync(order.OrderId, Token);
        (await PointsAsync(order.Member)).ShouldBe((0, 0));
        (await Cafe.Table.ItemAsync(account)).Number("debtPoints").ShouldBe(800);
    }

    [Theory]
    [InlineData(true, 1, null)]
    [InlineData(true, 2, null)]
    [InlineData(false, 1, OpenMark.Unannounced)]
    [InlineData(false, 2, null)]
    public async Task Settlement_MarksAnOrderThatTheCafeHasNotHeardOf_UnlessNothingIsLeftOfIt(bool isOnBoard, int quantity, string? mark)
    {
        var order = isOnBoard ? await Stories.OnBoardAsync() : await Stories.PaidAsync();
        await Steps.RequestRefund.RunAsync(
            new RefundRequest(order.OrderId, "kim", "spilled") { Line = 1, Quantity = quantity }, Token);
        await CarryOn.RunAsync(order.OrderId, Token);
        (await OrderAsync(order.OrderId)).OpenStatus.ShouldBe(mark);
    }

    private async Task<TestOrder> RequestedAsync(long points = 0)
    {
        var order = await Stories.PaidAsync(points: points);
        await Steps.RequestRefund.RunAsync(new RefundRequest(order.OrderId, "kim", "spilled"), Token);
        return order;
    }

    private async Task<Refund> RefundAsync(TestOrder order) => Refund.Read(await Cafe.Table.ItemAsync(ItemKey.Refund(order.OrderId, 1)));
}
