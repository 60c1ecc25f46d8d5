namespace KakaoWorkflow.Tests.Workflow.Review;

public sealed class AwaitOperatorTests(DynoxideServer server) : CafeTest(server)
{
    [Theory]
    [InlineData(OrderStatus.Quoted)]
    [InlineData(OrderStatus.Reserved)]
    [InlineData(OrderStatus.AwaitingPayment)]
    public async Task Run_OpenOrder_ShowsItForReview(string status)
    {
        var order = status switch
        {
            OrderStatus.Quoted => await Stories.QuotedAsync(points: 1_000),
            OrderStatus.Reserved => await Stories.ReservedAsync(points: 1_000),
            _ => await Stories.AwaitingAsync(points: 1_000),
        };
        await RunAsync(order.OrderId, "CommitOrder", "review-token", """{"errorMessage":"The table is gone."}""");

        var shown = await OrderAsync(order.OrderId);
        (shown.Status, shown.FailedStep, shown.Failure, shown.ReviewToken, shown.TaskToken)
            .ShouldBe((OrderStatus.Review, "CommitOrder", "SomeError: The table is gone.", new Credential("review-token"), null));
        (await Cafe.Table.IndexAsync("OpenOrders", "openStatus", OrderStatus.Review)).ShouldBe([order.OrderId]);
        await Cafe.Books.BalanceAsync();
    }

    [Fact]
    public async Task Run_InReview_KeepsTheNewerToken()
    {
        var order = await Stories.ReservedAsync();
        await RunAsync(order.OrderId, "CommitOrder", "first");
        await RunAsync(order.OrderId, "ReleasePoints", "second");

        var shown = await OrderAsync(order.OrderId);
        (shown.FailedStep, shown.ReviewToken).ShouldBe(("ReleasePoints", new Credential("second")));
        (await Cafe.Table.IndexAsync("OpenOrders", "openStatus", OrderStatus.Review)).ShouldBe([order.OrderId]);
    }

    /// <summary>An attempt that was given up, whose write comes after that of the next one.</summary>
    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Run_TakesEffectAfterALaterAttempt_LeavesTheTokenThatTheExecutionWaitsFor(bool hasEnded, bool isInReview)
    {
        var order = hasEnded ? await Stories.PaidAsync() : await Stories.ReservedAsync();
        if (isInReview)
            await RunAsync(order.OrderId, "CommitOrder", "earlier");
        Cafe.DynamoDbWire.Before("TransactWriteItems", () => RunAsync(order.OrderId, "CommitOrder", "later"));
        await Should.ThrowAsync<OrderConflictException>(() => RunAsync(order.OrderId, "CommitOrder", "given-up"));
        (await OrderAsync(order.OrderId)).ReviewToken.ShouldBe(new Credential("later"));
    }

    [Theory]
    [InlineData("status", OrderStatus.Paid)]
    [InlineData("statusSince", "2026-03-01T03:00:01.000Z")]
    public async Task Run_OrderInReviewThatChangesMeanwhile_IsAConflict(string attribute, string value)
    {
        var order = await Stories.ReservedAsync();
        await RunAsync(order.OrderId, "CommitOrder", "earlier");
        Cafe.DynamoDbWire.Before("TransactWriteItems", () => Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), attribute, Attributes.Text(value)));
        await Should.ThrowAsync<OrderConflictException>(() => RunAsync(order.OrderId, "CommitOrder", "later"));
        (await OrderAsync(order.OrderId)).ReviewToken.ShouldBe(new Credential("earlier"));
    }

    [Fact]
    public async Task Run_OrderThatIsQuotedMeanwhile_IsAConflict()
    {
        var sheet = await Stories.SheetAsync();
        Cafe.DynamoDbWire.Before("TransactWriteItems", () => Steps.Quote.RunAsync(sheet.OrderId));
        await Should.ThrowAsync<OrderConflictException>(() => RunAsync(sheet.OrderId, "QuoteOrder", "review-token"));
        (await OrderAsync(sheet.OrderId)).Status.ShouldBe(OrderStatus.Quoted);
    }

    /// <summary>The step failed again: the resume before it is over.</summary>
    [Fact]
    public async Task Run_AfterAResumeThatWasWrittenDown_AsksForANewOne()
    {
        var order = await Stories.ReservedAsync();
        await RunAsync(order.OrderId, "CommitOrder", "earlier");
        await Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), "resumeAskedAt", Attributes.Instant(Cafe.Time.GetUtcNow()));
        await RunAsync(order.OrderId, "CommitOrder", "later");
        (await OrderAsync(order.OrderId)).ResumeAskedAt.ShouldBeNull();
    }

    /// <summary>Later still: the review was resumed, and the execution waits for the customer again.</summary>
    [Fact]
    public async Task Run_TakesEffectAfterAResume_LeavesTheOrderAsItGoesOn()
    {
        var order = await Stories.AwaitingAsync();
        Cafe.DynamoDbWire.Before("TransactWriteItems", async () =>
        {
            Cafe.Time.Advance(TimeSpan.FromSeconds(1));
            await RunAsync(order.OrderId, "AwaitApproval", "later");
            await Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), "reviewToken", null);
            await Steps.Await.RunAsync(order.OrderId, order.Payment, new("waits-again"), Token);
        });
        await Should.ThrowAsync<OrderConflictException>(() => RunAsync(order.OrderId, "AwaitApproval", "given-up"));
        var shown = await OrderAsync(order.OrderId);
        (shown.Status, shown.TaskToken).ShouldBe((OrderStatus.AwaitingPayment, new Credential("waits-again")));
    }

    [Theory]
    [InlineData(OrderStatus.Paid, OpenMark.Unannounced)]
    [InlineData(OrderStatus.Cancelled, null)]
    public async Task Run_EndedOrder_KeepsItsStatusAndItsMark_AndIsAMatter(string status, string? mark)
    {
        var order = status == OrderStatus.Paid ? await Stories.PaidAsync() : await Stories.EndedAsync(status);
        var since = (await OrderAsync(order.OrderId)).StatusSince;
        Cafe.Time.Advance(TimeSpan.FromMinutes(1));
        await RunAsync(order.OrderId, "AnnounceOrder", "review-token");

        var shown = await OrderAsync(order.OrderId);
        (shown.Status, shown.OpenStatus, shown.StatusSince).ShouldBe((status, mark, since));
        (shown.FailedStep, shown.ReviewToken).ShouldBe(("AnnounceOrder", new Credential("review-token")));
        var matter = (await MattersAsync()).ShouldHaveSingleItem();
        (matter.Kind, matter.OrderId, matter.Detail, matter.Since - TestCafe.Opening)
            .ShouldBe((AttentionKind.OrderInReview, order.OrderId, "AnnounceOrder: SomeError", TimeSpan.FromMinutes(1)));
        await Cafe.Books.BalanceWithMoneyAsync();
    }

    [Fact]
    public async Task Run_Again_RenewsTheMatterAndKeepsItsBeginning()
    {
        var order = await Stories.ReservedAsync();
        await RunAsync(order.OrderId, "CommitOrder", "first");
        Cafe.Time.Advance(TimeSpan.FromMinutes(5));
        await RunAsync(order.OrderId, "ReleasePoints", "second");

        var matter = (await MattersAsync()).ShouldHaveSingleItem();
        (matter.Since, matter.LastLookAt, matter.Detail).ShouldBe(
            (TestCafe.Opening, TestCafe.Opening.AddMinutes(5), "ReleasePoints: SomeError"));
    }

    [Fact]
    public async Task Run_NoOrderRecord_CreatesOneToBeFoundBy()
    {
        await RunAsync(OrderId.Parse("0301-NOWHERE1"), "Quote", "review-token");

        var shown = await OrderAsync(OrderId.Parse("0301-NOWHERE1"));
        (shown.OrderId.ToString(), shown.Status, shown.FailedStep, shown.CreatedAt)
            .ShouldBe(("0301-NOWHERE1", OrderStatus.Review, "Quote", TestCafe.Opening));
        await RunAsync(OrderId.Parse("0301-NOWHERE1"), "Quote", "second-token");
        (await OrderAsync(OrderId.Parse("0301-NOWHERE1"))).ReviewToken.ShouldBe(new Credential("second-token"));
        await Cafe.Books.BalanceAsync();
    }

    [Fact]
    public async Task Run_OrderSettledWhileTheStepRuns_SeesThatOnTheRepeat()
    {
        var order = await Stories.CapturedAsync();
        Cafe.DynamoDbWire.Before("TransactWriteItems", () => Steps.Commit.RunAsync(order.OrderId, order.Approval!.Aid));

        await Should.ThrowAsync<OrderConflictException>(
            () => RunAsync(order.OrderId, "CommitOrder", "first"));
        await RunAsync(order.OrderId, "CommitOrder", "second");

        var shown = await OrderAsync(order.OrderId);
        (shown.Status, shown.ReviewToken).ShouldBe((OrderStatus.Paid, new Credential("second")));
        await Cafe.Books.BalanceWithMoneyAsync();
    }

    [Theory]
    [InlineData(AwaitOperator.MaxFailureLength, AwaitOperator.MaxFailureLength)]
    [InlineData(AwaitOperator.MaxFailureLength + 1, AwaitOperator.MaxFailureLength)]
    public async Task Run_LongFailure_IsCut(int length, int kept)
    {
        var order = await Stories.ReservedAsync();
        await RunAsync(order.OrderId, "CommitOrder", "token", new string('x', length - "SomeError: ".Length));
        (await OrderAsync(order.OrderId)).Failure!.Length.ShouldBe(kept);
    }

    [Fact]
    public async Task Run_ParkedApproval_StaysParked()
    {
        var order = await Stories.AuthenticatedAsync();
        await RunAsync(order.OrderId, "ResolvePayment", "token");
        (await OrderAsync(order.OrderId)).PgToken.ShouldNotBeNull();
        (await Cafe.Table.ItemAsync(ItemKey.Order(order.OrderId))).Text("tid").ShouldBe(order.Payment.Tid);
    }

    private Task RunAsync(OrderId orderId, string step, string token, string? cause = null) =>
        Steps.AwaitOperator.RunAsync(orderId, step, "SomeError", cause, new(token));
}
