using KakaoWorkflow.Settlement;

namespace KakaoWorkflow.Tests.Workflow.Reconciling;

public sealed class AbandonedOrderTests(DynoxideServer server) : CafeTest(server)
{
    private AbandonedOrder Abandoned => new(Cafe.Services.Table, Cafe.Services.Gateway, Cafe.Time);

    [Fact]
    public async Task End_NothingPrepared_WithdrawsAndReleases()
    {
        var order = await Stories.ReservedAsync(points: 1_000);
        Cafe.Time.Advance(TimeSpan.FromMinutes(5));

        (await EndAsync(order)).Finding.ShouldBe(ReconcileFinding.Released);

        var ended = await OrderAsync(order.OrderId);
        (ended.Status, ended.EndReason, ended.WithdrawnAt).ShouldBe((OrderStatus.Cancelled, EndReason.Abandoned, Cafe.Time.GetUtcNow()));
        (await PointsAsync(order.Member)).ShouldBe((1_000, 0));
        Cafe.KakaoPayWire.Operations.ShouldBeEmpty();
    }

    /// <summary>A last function of the execution may still run: what it has captured is given back, not sold.</summary>
    [Fact]
    public async Task End_WhileKakaoPayDoesNotSay_IsWithdrawnAllTheSame_SoThatNothingIsCommitted()
    {
        var order = await Stories.CapturedAsync();
        await Cafe.FaultAsync(FaultOperation.Order, FaultKind.ServerErrorBeforeCapture);

        var doubt = await Should.ThrowAsync<PaymentInDoubtException>(() => EndAsync(order));
        doubt.Message.Split(order.OrderId).Length.ShouldBe(2);

        (await OrderAsync(order.OrderId)).WithdrawnAt.ShouldNotBeNull();
        await Should.ThrowAsync<CommitImpossibleException>(() => Steps.Commit.RunAsync(order.OrderId, order.Approval!.Aid));
        (await EndAsync(order)).Finding.ShouldBe(ReconcileFinding.RefundedAndReleased);
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((9_000, 9_000));
        await Cafe.Books.BalanceWithMoneyAsync();
    }

    [Fact]
    public async Task End_RefundThatKakaoPayRefuses_IsInDoubtForTheNextRun()
    {
        var order = await Stories.CapturedAsync();
        await Cafe.FaultAsync(FaultOperation.Cancel, FaultKind.Decline);
        await Should.ThrowAsync<PaymentInDoubtException>(() => EndAsync(order));
        (await OrderAsync(order.OrderId)).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task End_OrderThatWasPaidMeanwhile_IsLeftAlone()
    {
        var order = await Stories.CapturedAsync();
        var read = await OrderAsync(order.OrderId);
        await Steps.Commit.RunAsync(order.OrderId, order.Approval!.Aid, Token);

        (await Abandoned.EndAsync(read, Token)).Finding.ShouldBe(ReconcileFinding.Moving);

        var paid = await OrderAsync(order.OrderId);
        (paid.Status, paid.WithdrawnAt).ShouldBe((OrderStatus.Paid, null));
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((9_000, 0));
    }

    [Fact]
    public async Task End_StatusThatNobodyKnows_WaitsForAPersonOnce()
    {
        var order = await Stories.AuthenticatedAsync();
        Cafe.KakaoPayWire.Edit("order", answer => answer["status"] = "NEW_STATUS");
        (await EndAsync(order)).Finding.ShouldBe(ReconcileFinding.NeedsPerson);

        var flagged = await OrderAsync(order.OrderId);
        flagged.Status.ShouldBe(OrderStatus.Review);
        flagged.Failure!.ShouldContain("NEW_STATUS");
        (await AttentionAsync()).ShouldBe([AttentionKind.OrderStuck]);

        var writes = Writes();
        Cafe.KakaoPayWire.Edit("order", answer => answer["status"] = "NEW_STATUS");
        (await EndAsync(order)).Finding.ShouldBe(ReconcileFinding.NeedsPerson);
        Writes().ShouldBe(writes);

        int Writes() => Cafe.DynamoDbWire.Operations.Count(operation => operation == "TransactWriteItems");
    }

    [Fact]
    public async Task CheckMoney_NothingCaptured_TakesTheMarkAway()
    {
        var order = await EndedAsync();
        (await Abandoned.CheckMoneyAsync(order, Token)).Finding.ShouldBe(ReconcileFinding.NoLateMoney);
        var looked = await OrderAsync(order.OrderId);
        (looked.OpenStatus, looked.MoneyCheckedAt).ShouldBe((null, Cafe.Time.GetUtcNow()));
    }

    /// <summary>What was found out is about the order as it was read.</summary>
    [Theory]
    [InlineData("openStatus", OpenMark.Refunding)]
    [InlineData("statusSince", "2026-03-01T03:00:01.000Z")]
    public async Task CheckMoney_OrderThatChangesMeanwhile_KeepsItsMark(string attribute, string value)
    {
        var order = await EndedAsync();
        Cafe.DynamoDbWire.Before("UpdateItem", () => Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), attribute, Attributes.Text(value)));
        await Abandoned.CheckMoneyAsync(order, Token);
        var looked = await OrderAsync(order.OrderId);
        (looked.OpenStatus is null, looked.MoneyCheckedAt).ShouldBe((false, null));
    }

    private async Task<ReconciledOrder> EndAsync(TestOrder order) => await Abandoned.EndAsync(await OrderAsync(order.OrderId), Token);

    private async Task<Order> EndedAsync()
    {
        var order = await Stories.AuthenticatedAsync();
        await Steps.Release.RunAsync(order.OrderId, OrderStatus.Expired);
        return await OrderAsync(order.OrderId);
    }

    private async Task<List<string>> AttentionAsync() =>
        [.. (await MattersAsync()).Select(record => record.Kind)];
}
