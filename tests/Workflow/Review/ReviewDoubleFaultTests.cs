namespace KakaoWorkflow.Tests.Workflow.Review;

/// <summary>A review meets another mark of the same order: neither may take the other away.</summary>
public sealed class ReviewDoubleFaultTests(DynoxideServer server) : CafeTest(server)
{
    [Fact]
    public async Task ReleaseTookEffectAndItsAnswerWasLost_ThenReviewAndResume_LateMoneyIsStillLookedFor()
    {
        Cafe.KakaoPayTime = new(TestCafe.Opening);
        var order = await Stories.AuthenticatedAsync(points: 500, lines: TestMenu.Americano(1));
        await Steps.Release.RunAsync(order.OrderId, OrderStatus.Expired, cancellationToken: Token);

        await Stories.ReviewAsync(order, "ReleasePoints");
        await ResumeAsync(order);
        Cafe.StepFunctions.Succeeded(order.OrderId, OrderStatus.Expired);
        (await OrderAsync(order.OrderId)).OpenStatus.ShouldBe(OpenMark.MoneyUnchecked);

        await Stories.CaptureLateAsync(order);
        Cafe.Time.Advance(TimeSpan.FromHours(1));
        var report = await ReconcileAsync();
        report.Orders.ShouldHaveSingleItem().Finding.ShouldBe(ReconcileFinding.LateMoneyRefunded);
        (await Cafe.Books.KeptWonAsync(order)).ShouldBe(0);
        await IsSettledAsync(order);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RefundUnderWay_ThenReview_IsSettledAndTheReviewStays(bool isResumedFirst)
    {
        var order = await Stories.PaidAsync(lines: TestMenu.Americano(1));
        await Steps.RequestRefund.RunAsync(RefundRequest.ByCustomer(order.OrderId), Token);
        Cafe.StepFunctions.Running(order.OrderId);

        await Stories.ReviewAsync(order, "AnnounceOrder");
        if (isResumedFirst)
            await ResumeAsync(order);
        (await OrderAsync(order.OrderId)).OpenStatus.ShouldBe(OpenMark.Refunding);
        Cafe.Time.Advance(TimeSpan.FromMinutes(1));
        (await ReconcileAsync()).Orders.ShouldHaveSingleItem().Finding.ShouldBe(ReconcileFinding.RefundSettled);
        if (!isResumedFirst)
        {
            (await MatterSubjectsAsync()).ShouldBe([$"{AttentionKind.OrderInReview} {order.OrderId}"]);
            await ResumeAsync(order);
        }

        Cafe.StepFunctions.Succeeded(order.OrderId, OrderStatus.Refunded);
        (await Cafe.Books.KeptWonAsync(order)).ShouldBe(0);
        await IsSettledAsync(order);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Review_ThenARefundOfAPart_BothComeToTheirEndAndTheBoardHearsOfTheRest(bool isResumedFirst)
    {
        var order = await Stories.PaidAsync();
        Cafe.StepFunctions.Running(order.OrderId);
        await Stories.ReviewAsync(order, "AnnounceOrder");
        await Steps.RequestRefund.RunAsync(new RefundRequest(order.OrderId, "kim", "one less") { Line = 1, Quantity = 1 }, Token);

        if (isResumedFirst)
            await ResumeAsync(order);
        (await OrderAsync(order.OrderId)).OpenStatus.ShouldBe(OpenMark.Refunding);
        await Steps.CarryOnRefund.RunAsync(order.OrderId, Token);
        if (!isResumedFirst)
            await ResumeAsync(order);
        (await OrderAsync(order.OrderId)).OpenStatus.ShouldBe(OpenMark.Unannounced);

        Cafe.StepFunctions.Succeeded(order.OrderId, OrderStatus.Paid);
        Cafe.Time.Advance(TimeSpan.FromHours(1));
        (await ReconcileAsync()).Orders.ShouldHaveSingleItem().Finding.ShouldBe(ReconcileFinding.PutOnBoard);
        await IsSettledAsync(order);
    }

    /// <summary>A function of a step that was given up ends the order while its execution waits for a person.</summary>
    [Theory]
    [InlineData(OrderStatus.Paid)]
    [InlineData(OrderStatus.Expired)]
    public async Task OrderEndsLateWhileItWaits_CanStillBeResumed(string status)
    {
        var order = await Stories.AuthenticatedAsync(lines: TestMenu.Americano(1));
        if (status == OrderStatus.Paid)
            order = await Stories.CaptureAsync(order);
        await Stories.ReviewAsync(order, "CommitOrder");
        if (status == OrderStatus.Paid)
            await Steps.Commit.RunAsync(order.OrderId, order.Approval?.Aid, Token);
        else
            await Steps.Release.RunAsync(order.OrderId, status, cancellationToken: Token);

        await Cafe.Books.CheckAsync();
        await ResumeAsync(order);
        await Cafe.Books.CheckAsync();
    }

    private async Task ResumeAsync(TestOrder order)
    {
        (await Steps.Resume.RunAsync(order.OrderId, "mina", "It is over.")).Outcome.ShouldBe(KakaoWorkflow.Review.ResumeOutcome.Resumed);
        Cafe.StepFunctions.SentTokens.ShouldBe([OrderStories.ReviewToken]);
    }

    private async Task IsSettledAsync(TestOrder order)
    {
        (await OrderAsync(order.OrderId)).IsSettled.ShouldBeTrue();
        (await MatterSubjectsAsync()).ShouldBeEmpty();
        await Cafe.Books.CheckAsync();
    }
}
