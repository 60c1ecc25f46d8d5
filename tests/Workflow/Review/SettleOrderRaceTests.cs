namespace KakaoWorkflow.Tests.Workflow.Review;

/// <summary>A person's word is about the order as it was read: what changes until it is written is not overwritten.</summary>
public sealed class SettleOrderRaceTests(DynoxideServer server) : CafeTest(server)
{
    private const string Later = "2026-03-01T09:00:00.000Z";

    [Theory]
    [InlineData(SettledAs.NotCaptured, "status", OrderStatus.Paid)]
    [InlineData(SettledAs.Captured, "status", OrderStatus.Expired)]
    [InlineData(SettledAs.Captured, "withdrawnAt", Later)]
    [InlineData(SettledAs.NotCaptured, "settledAs", SettledAs.Captured)]
    [InlineData(SettledAs.Refunded, "cancelSentAt", Later)]
    public async Task OpenOrder_ThatChangesMeanwhile_IsAConflict(string word, string attribute, string value)
    {
        var order = await AbandonedAsync();
        await IsConflictAsync(order, word, attribute, value);
        (await OrderAsync(order.OrderId)).SettledBy.ShouldBeNull();
    }

    [Theory]
    [InlineData("settledAs", SettledAs.Captured)]
    [InlineData("cancelSentAt", Later)]
    public async Task SecondWord_WhileTheFirstOneOrACancelChanges_IsAConflict(string attribute, string value)
    {
        var order = await AbandonedAsync();
        var key = ItemKey.Order(order.OrderId);
        await Cafe.Table.SetAsync(key, "settledAs", Attributes.Text(SettledAs.NotCaptured));
        await Cafe.Table.SetAsync(key, "cancelSentAt", Attributes.Instant(TestCafe.Opening));
        await IsConflictAsync(order, SettledAs.Refunded, attribute, value);
    }

    [Theory]
    [InlineData("status", OrderStatus.Refunded)]
    [InlineData("openStatus", OpenMark.Refunding)]
    public async Task EndedOrder_ThatChangesMeanwhile_IsAConflictAndKeepsItsMark(string attribute, string value)
    {
        var order = await EndedAsync();
        await IsConflictAsync(order, SettledAs.NotCaptured, attribute, value);
        var after = await OrderAsync(order.OrderId);
        (after.OpenStatus is null, after.SettledAs).ShouldBe((false, null));
    }

    /// <summary>The word of its open days did not end the last look at its money; the same word does.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task EndedOrder_WithTheSameWordAgain_IsNoLongerLookedAt(bool changesMeanwhile)
    {
        var order = await EndedAsync();
        await Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), "settledAs", Attributes.Text(SettledAs.NotCaptured));
        if (changesMeanwhile)
        {
            await IsConflictAsync(order, SettledAs.NotCaptured, "openStatus", OpenMark.Refunding);
            return;
        }
        (await SettleAsync(order, SettledAs.NotCaptured)).ShouldBe(SettleOutcome.Settled);
        var after = await OrderAsync(order.OrderId);
        (after.OpenStatus, after.MoneyCheckedAt).ShouldBe((null, Cafe.Time.GetUtcNow()));
    }

    /// <summary>The word was kept and the one who said it did not live to close the matter; saying it again does.</summary>
    [Fact]
    public async Task EndedOrder_CutOffAfterTheWord_IsFinishedByTheSameWordOnly()
    {
        var order = await EndedAsync();
        await Attention.OpenAsync(AttentionKind.PaymentInDoubt, order.OrderId, order.OrderId, "doubt", Token);
        Cafe.DynamoDbWire.LoseAnswer("UpdateItem");
        await Should.ThrowAsync<OrderConflictException>(() => SettleAsync(order, SettledAs.NotCaptured));
        (await MattersAsync()).ShouldNotBeEmpty();

        (await SettleAsync(order, SettledAs.Refunded)).ShouldBe(SettleOutcome.NothingToSettle);
        (await MattersAsync()).ShouldNotBeEmpty();
        (await SettleAsync(order, SettledAs.NotCaptured)).ShouldBe(SettleOutcome.NothingToSettle);
        (await MattersAsync()).ShouldBeEmpty();
    }

    private async Task IsConflictAsync(TestOrder order, string word, string attribute, string value)
    {
        Cafe.DynamoDbWire.Before("UpdateItem", () => Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), attribute, Attributes.Text(value)));
        await Should.ThrowAsync<OrderConflictException>(() => SettleAsync(order, word));
    }

    private async Task<TestOrder> AbandonedAsync()
    {
        var order = await Stories.AuthenticatedAsync();
        Cafe.StepFunctions.Gone(order.OrderId);
        await ForgottenAsync();
        return order;
    }

    private async Task<TestOrder> EndedAsync()
    {
        var order = await Stories.AuthenticatedAsync();
        await Steps.Release.RunAsync(order.OrderId, OrderStatus.Expired);
        await ForgottenAsync();
        return order;
    }

    private async Task ForgottenAsync()
    {
        Cafe.Time.Advance(TimeSpan.FromHours(1));
        await Cafe.FaultAsync(
            FaultOperation.Order, FaultKind.Refuse, fault => fault with { ErrorCode = KakaoPayErrorCode.NoSuchTransaction, Always = true });
    }

    private Task<SettleOutcome> SettleAsync(TestOrder order, string word) =>
        Steps.SettleOrder.RunAsync(new SettleRequest(order.OrderId, word, "kim", "KakaoPay's page shows it"), Token);
}
