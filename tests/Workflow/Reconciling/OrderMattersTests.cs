using KakaoWorkflow.Attention;
using KakaoWorkflow.Local.KakaoPay.Faults;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Paying;
using KakaoWorkflow.Reconciling;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Secrets;
using KakaoWorkflow.Tables;
using KakaoWorkflow.Tests.Support.Recovery;

namespace KakaoWorkflow.Tests.Workflow.Reconciling;

/// <summary>What the reconciler cannot end becomes a matter, and what is over is one no more.</summary>
public sealed class OrderMattersTests(TableServer server) : IClassFixture<TableServer>
{
    private const string ReviewToken = "review-token";

    private static readonly ReconcileRules Rules = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RefundMismatch_IsAMatter_UntilTheSumsAgree()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        await cafe.Request.RunAsync(RefundRequest.ByCustomer(order.OrderId), Token);
        await cafe.CancelElsewhereAsync(order, 1);
        cafe.Time.Advance(TimeSpan.FromMinutes(1));

        var report = await ReconcileAsync(cafe);
        report.Orders.ShouldHaveSingleItem().Attention.ShouldBe(AttentionKind.RefundMismatch);
        report.Matters[AttentionKind.RefundMismatch].ShouldBe(1);
        (await cafe.MattersAsync()).ShouldBe([$"{AttentionKind.RefundMismatch} {order.OrderId}"]);

        await cafe.CancelElsewhereAsync(order, order.AmountDueWon - 1);
        (await ReconcileAsync(cafe)).Matters.Values.Sum().ShouldBe(0);
        await cafe.CheckAsync();
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task Refund_ThatKakaoPayDoesNotTake_IsAMatterAfterItsTime(int seconds, bool isMatter)
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        await cafe.Request.RunAsync(RefundRequest.ByCustomer(order.OrderId), Token);
        cafe.Time.Advance(DoubtTerms.Patience + TimeSpan.FromSeconds(seconds));
        await cafe.Host.Simulator.Faults.AddAsync(new Fault { Operation = FaultOperation.Order, Kind = FaultKind.ServerErrorBeforeCapture });

        (await ReconcileAsync(cafe)).Orders.ShouldHaveSingleItem().Finding.ShouldBe(ReconcileFinding.InDoubt);
        (await cafe.MattersAsync()).ShouldBe(isMatter ? [$"{AttentionKind.RefundStuck} {order.OrderId}"] : []);

        // The settlement closes it, whoever carries the refund on.
        await cafe.CarryOn.RunAsync(order.OrderId, Token);
        (await cafe.MattersAsync()).ShouldBeEmpty();
        await cafe.CheckAsync();
    }

    /// <summary>A look may be late: of an order that is settled by then, nothing waits for a person.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Note_OfAnOrder_OpensItsMatterOnlyWhileItIsNotSettled(bool isSettled)
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (orderId, _) = await cafe.ReservedAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        if (isSettled)
            await cafe.ReleaseAsync(orderId, OrderStatus.Cancelled);
        await new OrderMatters(cafe.Table, cafe.Time).NoteAsync(new ReconciledOrder(orderId, ReconcileFinding.NeedsPerson), [], Token);
        (await cafe.MattersAsync()).ShouldBe(isSettled ? [] : [$"{AttentionKind.OrderStuck} {orderId}"]);
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
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (orderId, _) = await cafe.ReservedAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        await cafe.Attention.OpenAsync(kind, orderId, orderId, "test", Token);
        await new OrderMatters(cafe.Table, cafe.Time).NoteAsync(new ReconciledOrder(orderId, finding), [kind], Token);
        (await cafe.MattersAsync()).ShouldBe(stays ? [$"{kind} {orderId}"] : []);
    }

    [Fact]
    public async Task Note_OfAnOrderInReview_LeavesItsMatter()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (orderId, _) = await cafe.ReservedAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        await cafe.AwaitOperator.RunAsync(orderId, "PreparePayment", "PaymentUnavailableException", null, new(ReviewToken), Token);
        await new OrderMatters(cafe.Table, cafe.Time).NoteAsync(
            new ReconciledOrder(orderId, ReconcileFinding.AwaitsOperator), [AttentionKind.OrderInReview], Token);
        (await cafe.MattersAsync()).ShouldBe([$"{AttentionKind.OrderInReview} {orderId}"]);

        await cafe.Attention.OpenAsync(AttentionKind.OrderStuck, orderId, orderId, "test", Token);
        await new OrderMatters(cafe.Table, cafe.Time).NoteAsync(
            new ReconciledOrder(orderId, ReconcileFinding.AwaitsOperator), [AttentionKind.OrderInReview, AttentionKind.OrderStuck], Token);
        (await cafe.MattersAsync()).ShouldBe([$"{AttentionKind.OrderInReview} {orderId}"]);
    }

    [Fact]
    public async Task OrderWithoutExecution_ThatCannotBeEnded_IsAMatterUntilItIs()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (orderId, _, _) = await cafe.AgreedAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        cafe.Executions.Failed(orderId, cafe.Time.GetUtcNow());
        cafe.Time.Advance(DoubtTerms.Patience + TimeSpan.FromSeconds(1));
        await cafe.Host.Simulator.Faults.AddAsync(new Fault { Operation = FaultOperation.Order, Kind = FaultKind.ServerErrorBeforeCapture });

        await ReconcileAsync(cafe);
        (await cafe.MattersAsync()).ShouldBe([$"{AttentionKind.PaymentInDoubt} {orderId}"]);
        cafe.Time.Advance(DoubtTerms.AskingInterval);
        (await ReconcileAsync(cafe)).Orders.ShouldHaveSingleItem().Finding.ShouldBe(ReconcileFinding.Released);
        (await cafe.MattersAsync()).ShouldBeEmpty();
        await cafe.CheckAsync();
    }

    [Fact]
    public async Task Order_ThatNoRuleCovers_IsAMatterUntilALookIsInOrder()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (orderId, _) = await cafe.ReservedAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        cafe.Executions.Failed(orderId, cafe.Time.GetUtcNow());
        cafe.Time.Advance(TimeSpan.FromHours(1));
        await cafe.Table.UpdateAsync(
            new() { Key = ItemKey.Order(orderId).ToAttributes(), UpdateExpression = "REMOVE createdAt" }, Token);

        var found = (await ReconcileAsync(cafe)).Orders.ShouldHaveSingleItem();
        (found.Finding, found.Attention).ShouldBe((ReconcileFinding.NeedsPerson, AttentionKind.OrderStuck));
        (await cafe.Attention.ListAsync(Token)).Records.ShouldHaveSingleItem().Detail.ShouldBe(nameof(MalformedItemException));

        await cafe.Table.UpdateAsync(
            new()
            {
                Key = ItemKey.Order(orderId).ToAttributes(),
                UpdateExpression = "SET createdAt = :now",
                ExpressionAttributeValues = new() { [":now"] = Attributes.Instant(cafe.Time.GetUtcNow()) },
            },
            Token);
        (await ReconcileAsync(cafe)).Orders.ShouldHaveSingleItem().Finding.ShouldBe(ReconcileFinding.Released);
        (await cafe.MattersAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task EndedOrder_OfWhichKakaoPaySaysNothing_IsAMatterAfterItsTime()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (orderId, _, _) = await cafe.AgreedAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        await cafe.ReleaseAsync(orderId, OrderStatus.Expired);
        cafe.Time.Advance(DoubtTerms.Patience + TimeSpan.FromSeconds(1));
        await cafe.Host.Simulator.Faults.AddAsync(new Fault { Operation = FaultOperation.Order, Kind = FaultKind.ServerErrorBeforeCapture });

        await ReconcileAsync(cafe);
        (await cafe.MattersAsync()).ShouldBe([$"{AttentionKind.PaymentInDoubt} {orderId}"]);
        cafe.Time.Advance(DoubtTerms.AskingInterval);
        await ReconcileAsync(cafe);
        (await cafe.MattersAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Matter_AboutAnOrderThatIsSettled_IsClosedThoughNoMarkShowsTheOrder()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (orderId, _) = await cafe.ReservedAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        await cafe.ReleaseAsync(orderId, OrderStatus.Cancelled);
        await cafe.Attention.OpenAsync(AttentionKind.RefundStuck, orderId, orderId, "left by a crash", Token);
        await cafe.Attention.OpenAsync(AttentionKind.ReportUnclean, "2026-11-22", null, "1 differences", Token);

        await ReconcileAsync(cafe);
        (await cafe.MattersAsync()).ShouldBe([$"{AttentionKind.ReportUnclean} 2026-11-22"]);
    }

    [Fact]
    public async Task Matter_ThatPaymentStepsOpened_StaysWhileItsOrderIsOpen()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (orderId, _) = await cafe.ReservedAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        await cafe.Attention.OpenAsync(AttentionKind.PaymentInDoubt, orderId, orderId, "KakaoPay does not answer", Token);

        await ReconcileAsync(cafe);
        (await cafe.MattersAsync()).ShouldBe([$"{AttentionKind.PaymentInDoubt} {orderId}"]);
    }

    [Fact]
    public async Task Resume_ThatWasWrittenDownAndNotFinished_IsFinishedAfterItsTime()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        await cafe.Board.AddAsync(order.OrderId, Token);
        cafe.Executions.Running(order.OrderId);
        await cafe.AwaitOperator.RunAsync(order.OrderId, "AnnounceOrder", "Error", null, new(ReviewToken), Token);
        cafe.Executions.CanResume = false;
        await Should.ThrowAsync<Exception>(() => cafe.Resume.RunAsync(order.OrderId, "mina", "The queue is back."));
        cafe.Executions.CanResume = true;
        cafe.Executions.SentTokens.Clear();

        cafe.Time.Advance(Rules.ResumePatience - TimeSpan.FromSeconds(1));
        await ReconcileAsync(cafe);
        cafe.Executions.SentTokens.ShouldBeEmpty();
        cafe.Time.Advance(TimeSpan.FromSeconds(1));
        await ReconcileAsync(cafe);
        cafe.Executions.SentTokens.ShouldBe([ReviewToken]);
        (await cafe.MattersAsync()).ShouldBeEmpty();
        (await cafe.Orders.GetAsync(order.OrderId, Token)).IsSettled.ShouldBeTrue();
    }

    [Fact]
    public async Task Review_OfAnEndedOrder_IsRenewedWhileItsExecutionWaits_AndEndsWithIt()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        await cafe.Board.AddAsync(order.OrderId, Token);
        cafe.Executions.Running(order.OrderId);
        await cafe.AwaitOperator.RunAsync(order.OrderId, "AnnounceOrder", "Error", null, new(ReviewToken), Token);

        cafe.Time.Advance(TimeSpan.FromHours(3));
        (await ReconcileAsync(cafe)).Orders.ShouldHaveSingleItem().Finding.ShouldBe(ReconcileFinding.AwaitsOperator);
        var matter = (await cafe.Attention.ListAsync(Token)).Records.ShouldHaveSingleItem();
        (matter.LastLookAt - matter.Since).ShouldBe(TimeSpan.FromHours(3));

        cafe.Executions.Failed(order.OrderId, cafe.Time.GetUtcNow());
        cafe.Time.Advance(Rules.ExecutionGrace - TimeSpan.FromSeconds(1));
        await ReconcileAsync(cafe);
        (await cafe.MattersAsync()).Count.ShouldBe(1);
        cafe.Time.Advance(TimeSpan.FromSeconds(1));
        await ReconcileAsync(cafe);
        (await cafe.MattersAsync()).ShouldBeEmpty();
        (await cafe.Orders.GetAsync(order.OrderId, Token)).IsSettled.ShouldBeTrue();
    }

    [Fact]
    public async Task OrderInReview_WhoseExecutionIsOver_IsEndedAndItsReviewWithIt()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (orderId, _) = await cafe.ReservedAsync(await cafe.MemberAsync(points: 500), 500, TestMenu.Americano(1));
        await cafe.AwaitOperator.RunAsync(orderId, "CommitOrder", "Error", null, new(ReviewToken), Token);
        cafe.Executions.Failed(orderId, cafe.Time.GetUtcNow());
        cafe.Time.Advance(TimeSpan.FromHours(1));

        (await ReconcileAsync(cafe)).Orders.ShouldHaveSingleItem().Finding.ShouldBe(ReconcileFinding.Released);
        await ReconcileAsync(cafe);
        (await cafe.MattersAsync()).ShouldBeEmpty();
        (await cafe.Orders.GetAsync(orderId, Token)).IsSettled.ShouldBeTrue();
        await cafe.CheckAsync();
    }

    /// <summary>An earlier version wrote REVIEW over the mark of an ended order and kept no matter.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ReviewMark_OfAnEarlierVersion_GivesWayToTheOrdersOwn(bool waits)
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (orderId, _, _) = await cafe.AgreedAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        await cafe.ReleaseAsync(orderId, OrderStatus.Expired);
        if (waits)
            cafe.Executions.Running(orderId);
        await cafe.Table.UpdateAsync(
            new()
            {
                Key = ItemKey.Order(orderId).ToAttributes(),
                UpdateExpression = "SET openStatus = :review, reviewToken = :token, failedStep = :step",
                ExpressionAttributeValues = new()
                {
                    [":review"] = Attributes.Text(OrderStatus.Review),
                    [":token"] = Attributes.Text(ReviewToken),
                    [":step"] = Attributes.Text("ReleasePoints"),
                },
            },
            Token);

        await ReconcileAsync(cafe);
        var order = await cafe.Orders.GetAsync(orderId, Token);
        order.ReviewToken.ShouldBe(waits ? new Credential(ReviewToken) : null);
        (await cafe.MattersAsync()).ShouldBe(waits ? [$"{AttentionKind.OrderInReview} {orderId}"] : []);
        cafe.Time.Advance(TimeSpan.FromHours(1));
        await ReconcileAsync(cafe);
        (await cafe.Orders.GetAsync(orderId, Token)).MoneyCheckedAt.ShouldNotBeNull();
    }

    private static Task<ReconcileReport> ReconcileAsync(RecoveryCafe cafe) => cafe.Reconcile().RunAsync(null, Token);
}
