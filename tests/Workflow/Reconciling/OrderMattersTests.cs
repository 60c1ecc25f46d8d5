namespace KakaoWorkflow.Tests.Workflow.Reconciling;

/// <summary>What the reconciler cannot end becomes a matter, and what is over is one no more.</summary>
public sealed class OrderMattersTests(DynoxideServer server) : CafeTest(server)
{
    private static readonly ReconcileRules Rules = new();

    [Fact]
    public async Task RefundMismatch_IsAMatter_UntilTheSumsAgree()
    {
        var order = await Stories.PaidAsync(lines: TestMenu.Americano(1));
        await Steps.RequestRefund.RunAsync(RefundRequest.ByCustomer(order.OrderId), Token);
        await Stories.CancelElsewhereAsync(order, 1);
        Cafe.Time.Advance(TimeSpan.FromMinutes(1));

        var report = await ReconcileAsync();
        report.Orders.ShouldHaveSingleItem().Attention.ShouldBe(AttentionKind.RefundMismatch);
        report.Matters[AttentionKind.RefundMismatch].ShouldBe(1);
        (await MatterSubjectsAsync()).ShouldBe([$"{AttentionKind.RefundMismatch} {order.OrderId}"]);

        await Stories.CancelElsewhereAsync(order, order.Quote.AmountDueWon - 1);
        (await ReconcileAsync()).Matters.Values.Sum().ShouldBe(0);
        await Cafe.Books.CheckAsync();
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task Refund_ThatKakaoPayDoesNotTake_IsAMatterAfterItsTime(int seconds, bool isMatter)
    {
        var order = await Stories.PaidAsync(lines: TestMenu.Americano(1));
        await Steps.RequestRefund.RunAsync(RefundRequest.ByCustomer(order.OrderId), Token);
        Cafe.Time.Advance(DoubtTerms.Patience + TimeSpan.FromSeconds(seconds));
        await Cafe.FaultAsync(FaultOperation.Order, FaultKind.ServerErrorBeforeCapture);

        (await ReconcileAsync()).Orders.ShouldHaveSingleItem().Finding.ShouldBe(ReconcileFinding.InDoubt);
        (await MatterSubjectsAsync()).ShouldBe(isMatter ? [$"{AttentionKind.RefundStuck} {order.OrderId}"] : []);

        // The settlement closes it, whoever carries the refund on.
        await Steps.CarryOnRefund.RunAsync(order.OrderId, Token);
        (await MatterSubjectsAsync()).ShouldBeEmpty();
        await Cafe.Books.CheckAsync();
    }

    /// <summary>A look may be late: of an order that is settled by then, nothing waits for a person.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Note_OfAnOrder_OpensItsMatterOnlyWhileItIsNotSettled(bool isSettled)
    {
        var order = await Stories.ReservedAsync(lines: TestMenu.Americano(1));
        if (isSettled)
            await Stories.ReleaseAsync(order, OrderStatus.Cancelled);
        await Steps.Matters.NoteAsync(new ReconciledOrder(order.OrderId, ReconcileFinding.NeedsPerson), [], Token);
        (await MatterSubjectsAsync()).ShouldBe(isSettled ? [] : [$"{AttentionKind.OrderStuck} {order.OrderId}"]);
    }

    [Theory]
    [InlineData(AttentionKind.OrderStuck, ReconcileFinding.Moving, false)]
    [InlineData(AttentionKind.OrderStuck, ReconcileFinding.InDoubt, true)]
    [InlineData(AttentionKind.OrderStuck, ReconcileFinding.NeedsPerson, true)]
    [InlineData(AttentionKind.RefundMismatch, ReconcileFinding.Moving, false)]
    [InlineData(AttentionKind.OrderInReview, ReconcileFinding.Moving, false)]
    [InlineData(AttentionKind.PaymentInDoubt, ReconcileFinding.Moving, true)]
    public async Task Note_OfAnOrder_ClosesWhatTheLookFoundToBeOver(string kind, ReconcileFinding finding, bool stays)
    {
        var order = await Stories.ReservedAsync(lines: TestMenu.Americano(1));
        await Attention.OpenAsync(kind, order.OrderId, order.OrderId, "test", Token);
        await Steps.Matters.NoteAsync(new ReconciledOrder(order.OrderId, finding), [kind], Token);
        (await MatterSubjectsAsync()).ShouldBe(stays ? [$"{kind} {order.OrderId}"] : []);
    }

    [Fact]
    public async Task Note_OfAnOrderInReview_LeavesItsMatter()
    {
        var order = await Stories.ReservedAsync(lines: TestMenu.Americano(1));
        await Stories.ReviewAsync(order, "PreparePayment");
        await Steps.Matters.NoteAsync(
            new ReconciledOrder(order.OrderId, ReconcileFinding.AwaitsOperator), [AttentionKind.OrderInReview], Token);
        (await MatterSubjectsAsync()).ShouldBe([$"{AttentionKind.OrderInReview} {order.OrderId}"]);

        await Attention.OpenAsync(AttentionKind.OrderStuck, order.OrderId, order.OrderId, "test", Token);
        await Steps.Matters.NoteAsync(
            new ReconciledOrder(order.OrderId, ReconcileFinding.AwaitsOperator), [AttentionKind.OrderInReview, AttentionKind.OrderStuck], Token);
        (await MatterSubjectsAsync()).ShouldBe([$"{AttentionKind.OrderInReview} {order.OrderId}"]);
    }

    [Fact]
    public async Task OrderWithoutExecution_ThatCannotBeEnded_IsAMatterUntilItIs()
    {
        var order = await Stories.AuthenticatedAsync(lines: TestMenu.Americano(1));
        Cafe.StepFunctions.Failed(order.OrderId, Cafe.Time.GetUtcNow());
        Cafe.Time.Advance(DoubtTerms.Patience + TimeSpan.FromSeconds(1));
        await Cafe.FaultAsync(FaultOperation.Order, FaultKind.ServerErrorBeforeCapture);

        await ReconcileAsync();
        (await MatterSubjectsAsync()).ShouldBe([$"{AttentionKind.PaymentInDoubt} {order.OrderId}"]);
        Cafe.Time.Advance(DoubtTerms.AskingInterval);
        (await ReconcileAsync()).Orders.ShouldHaveSingleItem().Finding.ShouldBe(ReconcileFinding.Released);
        (await MatterSubjectsAsync()).ShouldBeEmpty();
        await Cafe.Books.CheckAsync();
    }

    [Fact]
    public async Task Order_ThatNoRuleCovers_IsAMatterUntilALookIsInOrder()
    {
        var order = await Stories.ReservedAsync(lines: TestMenu.Americano(1));
        Cafe.StepFunctions.Failed(order.OrderId, Cafe.Time.GetUtcNow());
        Cafe.Time.Advance(TimeSpan.FromHours(1));
        await Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), "createdAt", null);

        var found = (await ReconcileAsync()).Orders.ShouldHaveSingleItem();
        (found.Finding, found.Attention).ShouldBe((ReconcileFinding.NeedsPerson, AttentionKind.OrderStuck));
        (await MattersAsync()).ShouldHaveSingleItem().Detail.ShouldBe(nameof(MalformedItemException));

        await Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), "createdAt", Attributes.Instant(Cafe.Time.GetUtcNow()));
        (await ReconcileAsync()).Orders.ShouldHaveSingleItem().Finding.ShouldBe(ReconcileFinding.Released);
        (await MatterSubjectsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task EndedOrder_OfWhichKakaoPaySaysNothing_IsAMatterAfterItsTime()
    {
        var order = await Stories.AuthenticatedAsync(lines: TestMenu.Americano(1));
        await Stories.ReleaseAsync(order, OrderStatus.Expired);
        Cafe.Time.Advance(DoubtTerms.Patience + TimeSpan.FromSeconds(1));
        await Cafe.FaultAsync(FaultOperation.Order, FaultKind.ServerErrorBeforeCapture);

        await ReconcileAsync();
        (await MatterSubjectsAsync()).ShouldBe([$"{AttentionKind.PaymentInDoubt} {order.OrderId}"]);
        Cafe.Time.Advance(DoubtTerms.AskingInterval);
        await ReconcileAsync();
        (await MatterSubjectsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Matter_AboutAnOrderThatIsSettled_IsClosedThoughNoMarkShowsTheOrder()
    {
        var order = await Stories.ReservedAsync(lines: TestMenu.Americano(1));
        await Stories.ReleaseAsync(order, OrderStatus.Cancelled);
        await Attention.OpenAsync(AttentionKind.RefundStuck, order.OrderId, order.OrderId, "left by a crash", Token);
        await Attention.OpenAsync(AttentionKind.ReportUnclean, "2026-11-22", null, "1 differences", Token);

        await ReconcileAsync();
        (await MatterSubjectsAsync()).ShouldBe([$"{AttentionKind.ReportUnclean} 2026-11-22"]);
    }

    [Fact]
    public async Task Matter_ThatPaymentStepsOpened_StaysWhileItsOrderIsOpen()
    {
        var order = await Stories.ReservedAsync(lines: TestMenu.Americano(1));
        await Attention.OpenAsync(AttentionKind.PaymentInDoubt, order.OrderId, order.OrderId, "KakaoPay does not answer", Token);

        await ReconcileAsync();
        (await MatterSubjectsAsync()).ShouldBe([$"{AttentionKind.PaymentInDoubt} {order.OrderId}"]);
    }

    [Fact]
    public async Task Resume_ThatWasWrittenDownAndNotFinished_IsFinishedAfterItsTime()
    {
        var order = await Stories.PaidAsync(lines: TestMenu.Americano(1));
        await Steps.Board.AddAsync(order.OrderId, Token);
        Cafe.StepFunctions.Running(order.OrderId);
        await Stories.ReviewAsync(order, "AnnounceOrder");
        Cafe.StepFunctions.Refuse("InternalError");
        await Should.ThrowAsync<Exception>(() => Steps.Resume.RunAsync(order.OrderId, "mina", "The queue is back."));
        Cafe.StepFunctions.OnCall = (_, _) => Task.CompletedTask;

        Cafe.Time.Advance(Rules.ResumePatience - TimeSpan.FromSeconds(1));
        await ReconcileAsync();
        Cafe.StepFunctions.SentTokens.ShouldBe([OrderStories.ReviewToken]);
        Cafe.Time.Advance(TimeSpan.FromSeconds(1));
        await ReconcileAsync();
        Cafe.StepFunctions.SentTokens.ShouldBe([OrderStories.ReviewToken, OrderStories.ReviewToken]);
        (await MatterSubjectsAsync()).ShouldBeEmpty();
        (await OrderAsync(order.OrderId)).IsSettled.ShouldBeTrue();
    }

    [Fact]
    public async Task Review_OfAnEndedOrder_IsRenewedWhileItsExecutionWaits_AndEndsWithIt()
    {
        var order = await Stories.PaidAsync(lines: TestMenu.Americano(1));
        await Steps.Board.AddAsync(order.OrderId, Token);
        Cafe.StepFunctions.Running(order.OrderId);
        await Stories.ReviewAsync(order, "AnnounceOrder");

        Cafe.Time.Advance(TimeSpan.FromHours(3));
        (await ReconcileAsync()).Orders.ShouldHaveSingleItem().Finding.ShouldBe(ReconcileFinding.AwaitsOperator);
        var matter = (await MattersAsync()).ShouldHaveSingleItem();
        (matter.LastLookAt - matter.Since).ShouldBe(TimeSpan.FromHours(3));

        Cafe.StepFunctions.Failed(order.OrderId, Cafe.Time.GetUtcNow());
        Cafe.Time.Advance(Rules.ExecutionGrace - TimeSpan.FromSeconds(1));
        await ReconcileAsync();
        (await MatterSubjectsAsync()).Count.ShouldBe(1);
        Cafe.Time.Advance(TimeSpan.FromSeconds(1));
        await ReconcileAsync();
        (await MatterSubjectsAsync()).ShouldBeEmpty();
        (await OrderAsync(order.OrderId)).IsSettled.ShouldBeTrue();
    }

    [Fact]
    public async Task OrderInReview_WhoseExecutionIsOver_IsEndedAndItsReviewWithIt()
    {
        var order = await Stories.ReservedAsync(points: 500, lines: TestMenu.Americano(1));
        await Stories.ReviewAsync(order, "CommitOrder");
        Cafe.StepFunctions.Failed(order.OrderId, Cafe.Time.GetUtcNow());
        Cafe.Time.Advance(TimeSpan.FromHours(1));

        (await ReconcileAsync()).Orders.ShouldHaveSingleItem().Finding.ShouldBe(ReconcileFinding.Released);
        await ReconcileAsync();
        (await MatterSubjectsAsync()).ShouldBeEmpty();
        (await OrderAsync(order.OrderId)).IsSettled.ShouldBeTrue();
        await Cafe.Books.CheckAsync();
    }

    /// <summary>An earlier version wrote REVIEW over the mark of an ended order and kept no matter.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ReviewMark_OfAnEarlierVersion_GivesWayToTheOrdersOwn(bool waits)
    {
        var order = await Stories.AuthenticatedAsync(lines: TestMenu.Americano(1));
        await Stories.ReleaseAsync(order, OrderStatus.Expired);
        if (waits)
            Cafe.StepFunctions.Running(order.OrderId);
        var key = ItemKey.Order(order.OrderId);
        await Cafe.Table.SetAsync(key, "openStatus", Attributes.Text(OrderStatus.Review));
        await Cafe.Table.SetAsync(key, "reviewToken", Attributes.Text(OrderStories.ReviewToken));
        await Cafe.Table.SetAsync(key, "failedStep", Attributes.Text("ReleasePoints"));

        await ReconcileAsync();
        var after = await OrderAsync(order.OrderId);
        after.ReviewToken.ShouldBe(waits ? new Credential(OrderStories.ReviewToken) : null);
        (await MatterSubjectsAsync()).ShouldBe(waits ? [$"{AttentionKind.OrderInReview} {order.OrderId}"] : []);
        Cafe.Time.Advance(TimeSpan.FromHours(1));
        await ReconcileAsync();
        (await OrderAsync(order.OrderId)).MoneyCheckedAt.ShouldNotBeNull();
    }
}
