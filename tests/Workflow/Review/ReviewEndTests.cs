namespace KakaoWorkflow.Tests.Workflow.Review;

public sealed class ReviewEndTests(DynoxideServer server) : CafeTest(server)
{
    [Fact]
    public async Task Try_TheReviewThatWasRead_TakesItAndItsMatterAway()
    {
        var order = await ReviewedAsync();
        await Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), "resumeAskedAt", Attributes.Instant(Cafe.Time.GetUtcNow()));
        (await ReviewEnd.TryAsync(Cafe.Services.Table, await OrderAsync(order.OrderId), Token)).ShouldBeTrue();
        var ended = await OrderAsync(order.OrderId);
        (ended.ReviewToken, ended.ResumeAskedAt).ShouldBe((null, null));
        (await MattersAsync()).ShouldBeEmpty();
    }

    /// <summary>The matter was left over; or a review has begun since, and it is that one's.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Try_NoReviewWhenItWasRead_ClosesAMatterThatWasLeft(bool beginsMeanwhile)
    {
        var order = await Stories.ReservedAsync();
        var read = await OrderAsync(order.OrderId);
        await Attention.OpenAsync(AttentionKind.OrderInReview, order.OrderId, order.OrderId, "test", Token);
        if (beginsMeanwhile)
            await Stories.ReviewAsync(order);
        (await ReviewEnd.TryAsync(Cafe.Services.Table, read, Token)).ShouldBe(!beginsMeanwhile);
        (await MattersAsync()).Count.ShouldBe(beginsMeanwhile ? 1 : 0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Try_OrderThatIsNotThere_WritesNothing(bool wasInReview)
    {
        var order = wasInReview ? await ReviewedAsync() : await Stories.ReservedAsync();
        var read = await OrderAsync(order.OrderId);
        await Cafe.Table.DeleteAsync(ItemKey.Order(order.OrderId));
        (await ReviewEnd.TryAsync(Cafe.Services.Table, read, Token)).ShouldBeFalse();
        (await Cafe.Services.Table.GetAsync(ItemKey.Order(order.OrderId), Token)).ShouldBeNull();
    }

    /// <summary>An earlier version marked an ended order with its review: its own mark comes back, or none, unless it has another by then.</summary>
    [Theory]
    [InlineData(true, OrderStatus.Review, OpenMark.MoneyUnchecked)]
    [InlineData(false, OrderStatus.Review, null)]
    [InlineData(true, OpenMark.Refunding, OpenMark.Refunding)]
    public async Task RestoreMark_OfAnEndedOrder_BringsBackWhatWasThere(bool hasPayment, string markByThen, string? mark)
    {
        var order = hasPayment ? await Stories.AwaitingAsync() : await Stories.ReservedAsync();
        await Steps.Release.RunAsync(order.OrderId, OrderStatus.Cancelled, cancellationToken: Token);
        await MarkAsync(order, OrderStatus.Review);
        var read = await OrderAsync(order.OrderId);
        await MarkAsync(order, markByThen);
        await ReviewEnd.RestoreMarkAsync(Cafe.Services.Table, read, Token);
        (await OrderAsync(order.OrderId)).OpenStatus.ShouldBe(mark);
    }

    private Task MarkAsync(TestOrder order, string mark) => Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), "openStatus", Attributes.Text(mark));

    private async Task<TestOrder> ReviewedAsync()
    {
        var order = await Stories.ReservedAsync();
        await Stories.ReviewAsync(order);
        return order;
    }
}
