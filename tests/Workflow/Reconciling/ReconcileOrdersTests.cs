using System.Text.Json;

namespace KakaoWorkflow.Tests.Workflow.Reconciling;

public sealed class ReconcileOrdersTests(DynoxideServer server) : CafeTest(server)
{
    private static readonly TimeSpan LongAgo = TimeSpan.FromHours(1);

    [Fact]
    public async Task Order_ThatMoves_IsLeftAlone()
    {
        await Stories.ReservedAsync(points: 500, lines: TestMenu.Americano(1));
        Cafe.Time.Advance(LongAgo);

        var report = await ReconcileAsync();

        (report.Looked, report.Orders.Count).ShouldBe((1, 0));
        await Cafe.Books.CheckAsync();
    }

    [Fact]
    public async Task Callback_ThatWasLost_IsSentAgain()
    {
        var order = await Stories.AuthenticatedAsync();
        await Cafe.CallbacksAsync();
        var rules = new ReconcileRules();

        Cafe.Time.Advance(rules.CallbackPatience - TimeSpan.FromMilliseconds(1));
        (await ReconcileAsync()).Orders.ShouldBeEmpty();
        Cafe.Time.Advance(TimeSpan.FromMilliseconds(1));

        await FindsAsync(order, ReconcileFinding.CallbackSentAgain);
        (await SentAgainAsync()).ShouldBe(new CallbackMessage(order.OrderId, CallbackKind.Approved));
    }

    [Fact]
    public async Task Callback_OfAnExecutionThatHasGoneOn_IsNotSentAgain()
    {
        var order = await Stories.AuthenticatedAsync();
        await Cafe.CallbacksAsync();
        var rules = new ReconcileRules();

        Cafe.Time.Advance(rules.PaymentPatience - TimeSpan.FromMilliseconds(1));
        await FindsAsync(order, ReconcileFinding.CallbackSentAgain);
        Cafe.Time.Advance(TimeSpan.FromMilliseconds(1));
        (await ReconcileAsync()).Orders.ShouldBeEmpty();
        await SentAgainAsync();
    }

    [Fact]
    public async Task Quit_ThatWasLost_IsLookedAtOnceMore()
    {
        var order = await Stories.AwaitingAsync(lines: TestMenu.Americano(1));
        await Steps.Park.HintAsync(order.OrderId, CallbackKind.Cancelled, Token);
        await Cafe.CallbacksAsync();
        var rules = new ReconcileRules();

        Cafe.Time.Advance(rules.HintPatience - TimeSpan.FromMilliseconds(1));
        (await ReconcileAsync()).Orders.ShouldBeEmpty();
        Cafe.Time.Advance(TimeSpan.FromMilliseconds(1));

        await FindsAsync(order, ReconcileFinding.CallbackSentAgain);
        (await SentAgainAsync()).ShouldBe(new CallbackMessage(order.OrderId, CallbackKind.Cancelled, SettleCallback.LookAgainAfter.Count));
    }

    [Fact]
    public void HintPatience_OutlastsTheLooksOfAQuit() => new ReconcileRules().HintPatience.ShouldBeGreaterThan(
        SettleCallback.LookAgainAfter.Aggregate(TimeSpan.Zero, (sum, pause) => sum + pause) + TimeSpan.FromMinutes(1));

    /// <summary>The reconciler itself withdraws an order that it gives up, without a callback.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Withdrawal_ThatWasLostOrHadNoCallback_IsSentAgain(bool byCustomer)
    {
        var order = byCustomer ? await Stories.AuthenticatedAsync() : await Stories.AwaitingAsync();
        if (byCustomer)
            await Steps.Park.WithdrawAsync(order.OrderId, Token);
        else
            await Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), "withdrawnAt", Attributes.Instant(Cafe.Time.GetUtcNow()));
        await Cafe.CallbacksAsync();
        Cafe.Time.Advance(new ReconcileRules().CallbackPatience);

        await FindsAsync(order, ReconcileFinding.CallbackSentAgain);
        (await SentAgainAsync()).ShouldBe(new CallbackMessage(order.OrderId, CallbackKind.Withdrawn));
    }

    [Theory]
    [InlineData(false, ReconcileFinding.Released, OrderStatus.Cancelled)]
    [InlineData(true, ReconcileFinding.RefundedAndReleased, OrderStatus.Refunded)]
    public async Task Order_WithoutExecution_NothingPreparedOrAllCaptured_EndsWithoutASale(bool isCaptured, ReconcileFinding finding, string status)
    {
        var order = isCaptured ? await Stories.CapturedAsync(points: 500) : await Stories.ReservedAsync(points: 500);
        Cafe.StepFunctions.Failed(order.OrderId, Cafe.Time.GetUtcNow());
        Cafe.Time.Advance(LongAgo);

        await FindsAsync(order, finding);

        (await OrderAsync(order.OrderId)).Status.ShouldBe(status);
        (await Cafe.Books.KeptWonAsync(order)).ShouldBe(0);
        (await PointsAsync(order.Member)).ShouldBe((500, 0));
        await Cafe.Books.CheckAsync();
    }

    [Fact]
    public async Task Order_WithoutExecution_NotCaptured_IsReleasedAndItsMoneyCheckedLater()
    {
        Cafe.KakaoPayTime = new(TestCafe.Opening);
        var order = await Stories.AuthenticatedAsync(points: 500, lines: TestMenu.Americano(1));
        Cafe.StepFunctions.Failed(order.OrderId, Cafe.Time.GetUtcNow());
        Cafe.Time.Advance(LongAgo);

        await FindsAsync(order, ReconcileFinding.Released);
        (await OrderAsync(order.OrderId)).OpenStatus.ShouldBe(OpenMark.MoneyUnchecked);
        await Cafe.Books.CheckAsync();

        // An approval that was on its way all the time takes effect only now.
        await Stories.CaptureLateAsync(order);
        (await Cafe.Books.KeptWonAsync(order)).ShouldBe(4_000);
        Cafe.Time.Advance(LongAgo);
        await FindsAsync(order, ReconcileFinding.LateMoneyRefunded);
        (await Cafe.Books.KeptWonAsync(order)).ShouldBe(0);
        (await ReconcileAsync()).Looked.ShouldBe(0);
        await Cafe.Books.CheckAsync();
    }

    [Fact]
    public async Task Order_WhoseExecutionEndedJustNow_IsGivenTime()
    {
        var order = await Stories.ReservedAsync(lines: TestMenu.Americano(1));
        Cafe.Time.Advance(LongAgo);
        Cafe.StepFunctions.Failed(order.OrderId, Cafe.Time.GetUtcNow());

        (await ReconcileAsync()).Orders.ShouldBeEmpty();
        Cafe.Time.Advance(new ReconcileRules().ExecutionGrace);
        await FindsAsync(order, ReconcileFinding.Released);
    }

    [Fact]
    public async Task PaidOrder_ThatTheCafeNeverHeardOf_IsPutOnTheBoard()
    {
        var order = await Stories.PaidAsync(lines: TestMenu.Americano(1));
        Cafe.Time.Advance(new ReconcileRules().AnnouncePatience - TimeSpan.FromSeconds(1));
        (await ReconcileAsync()).Looked.ShouldBe(0);
        Cafe.Time.Advance(TimeSpan.FromSeconds(1));

        await FindsAsync(order, ReconcileFinding.PutOnBoard);

        var after = await OrderAsync(order.OrderId);
        (after.Preparation, after.OpenStatus).ShouldBe((Preparation.ToMake, null));
        (await ReconcileAsync()).Looked.ShouldBe(0);
        await Cafe.Books.CheckAsync();
    }

    [Fact]
    public async Task PaidOrder_PartlyRefundedBeforeTheCafeHeardOfIt_IsPutOnTheBoardAllTheSame()
    {
        var order = await Stories.PaidAsync();
        (await Steps.RefundOrder.RunAsync(new RefundRequest(order.OrderId, "kim", "one less") { Line = 1, Quantity = 1 }, Token)).ShouldBe(RefundOutcome.Settled);
        Cafe.Time.Advance(LongAgo);
        await FindsAsync(order, ReconcileFinding.PutOnBoard);
        await Cafe.Books.CheckAsync();
    }

    [Fact]
    public async Task EndedOrder_WithoutLateMoney_IsLookedAtOnce()
    {
        var order = await Stories.AuthenticatedAsync(lines: TestMenu.Americano(1));
        await Stories.ReleaseAsync(order, OrderStatus.Expired);
        Cafe.Time.Advance(TimeSpan.FromMinutes(16));
        (await ReconcileAsync()).Looked.ShouldBe(0);
        Cafe.Time.Advance(TimeSpan.FromMinutes(1));

        await FindsAsync(order, ReconcileFinding.NoLateMoney);
        (await ReconcileAsync()).Looked.ShouldBe(0);
        await Cafe.Books.CheckAsync();
    }

    [Fact]
    public async Task Refund_ThatStopped_IsSettled()
    {
        var order = await Stories.PaidAsync(lines: TestMenu.Americano(1));
        await Steps.RequestRefund.RunAsync(RefundRequest.ByCustomer(order.OrderId), Token);
        Cafe.Time.Advance(TimeSpan.FromMinutes(1));

        await FindsAsync(order, ReconcileFinding.RefundSettled);
        (await Cafe.Books.KeptWonAsync(order)).ShouldBe(0);
        await Cafe.Books.CheckAsync();
    }

    [Fact]
    public async Task Refund_WithMoneyBackElsewhere_NeedsAPerson()
    {
        var order = await Stories.PaidAsync(lines: TestMenu.Americano(1));
        await Steps.RequestRefund.RunAsync(RefundRequest.ByCustomer(order.OrderId), Token);
        await Stories.CancelElsewhereAsync(order, 1);
        Cafe.Time.Advance(TimeSpan.FromMinutes(1));

        await FindsAsync(order, ReconcileFinding.NeedsPerson);
    }

    [Fact]
    public async Task Order_InReview_AwaitsItsOperator()
    {
        var order = await Stories.ReservedAsync(lines: TestMenu.Americano(1));
        await Stories.ReviewAsync(order, "CommitOrder");

        (await FindsAsync(order, ReconcileFinding.AwaitsOperator)).Detail.ShouldBe("CommitOrder");
    }

    [Fact]
    public async Task KakaoPay_Silent_LeavesTheOrderForTheNextRun()
    {
        var order = await Stories.AuthenticatedAsync(lines: TestMenu.Americano(1));
        Cafe.StepFunctions.Failed(order.OrderId, Cafe.Time.GetUtcNow());
        Cafe.Time.Advance(DoubtTerms.Patience);
        await Cafe.FaultAsync(FaultOperation.Order, FaultKind.ServerErrorBeforeCapture);

        await FindsAsync(order, ReconcileFinding.InDoubt);
        await FindsAsync(order, ReconcileFinding.Released);
    }

    [Fact]
    public async Task Runs_AtOnce_DoNoHarm()
    {
        var captured = await Stories.AuthenticatedAsync(points: 500, lines: TestMenu.Americano(1));
        await Stories.CaptureAsync(captured);
        Cafe.StepFunctions.Failed(captured.OrderId, Cafe.Time.GetUtcNow());
        var paid = await Stories.PaidAsync(lines: TestMenu.Cheesecake(2));
        await Steps.RequestRefund.RunAsync(new RefundRequest(paid.OrderId, "kim", "test") { Line = 1, Quantity = 1 }, Token);
        Cafe.Time.Advance(LongAgo);

        await Cafe.Time.RunUntilAsync(TimeSpan.FromMilliseconds(10), Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ReconcileAsync())));
        await ReconcileAsync();

        (await Cafe.Books.KeptWonAsync(captured)).ShouldBe(0);
        (await Cafe.Books.KeptWonAsync(paid)).ShouldBe(6_667);
        await Cafe.Books.CheckAsync();
    }

    [Fact]
    public async Task Run_StopsAtItsLimitAndGoesOnFromItsCursor()
    {
        var orderIds = new List<string>();
        for (var number = 0; number < 3; number++)
        {
            var order = await Stories.ReservedAsync(lines: TestMenu.Americano(1));
            Cafe.StepFunctions.Failed(order.OrderId, Cafe.Time.GetUtcNow());
            orderIds.Add(order.OrderId);
        }
        Cafe.Time.Advance(LongAgo);
        var reconcile = Steps.Reconcile(new ReconcileRules { MaxOrders = 2 });

        var first = await reconcile.RunAsync(null, Token);
        (first.Looked, first.Cursor is null).ShouldBe((2, false));
        var second = await reconcile.RunAsync(first.Cursor, Token);
        (second.Looked, second.Cursor).ShouldBe((1, null));

        first.Orders.Concat(second.Orders).Select(order => order.OrderId.ToString()).Order(StringComparer.Ordinal).ShouldBe(orderIds);
        second.Counts.ShouldBe(new Dictionary<string, int> { ["Released"] = 1 });
    }

    /// <summary>Orders that only move stay in the index: the cursor leads past them, and from one part of it to the next.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(100)]
    public async Task Runs_FromCursorToCursor_LookAtEachOrderOnce(int maxOrders)
    {
        for (var number = 0; number < 2; number++)
        {
            await Stories.AwaitingAsync(lines: TestMenu.Americano(1));
            await Stories.ReservedAsync(lines: TestMenu.Americano(1));
        }
        Cafe.Time.Advance(LongAgo);
        var reconcile = Steps.Reconcile(new ReconcileRules { MaxOrders = maxOrders });
        var (looked, runs) = (0, 0);
        string? cursor = null;
        do
        {
            var report = await reconcile.RunAsync(cursor, Token);
            (looked, cursor) = (looked + report.Looked, report.Cursor);
            report.Looked.ShouldBeLessThanOrEqualTo(maxOrders);
            cursor?.ShouldSatisfyAllConditions(text => reconcile.IsCursor(text).ShouldBeTrue());
        }
        while (cursor is not null && ++runs < 10);
        looked.ShouldBe(4);
        reconcile.IsCursor("NOWHERE").ShouldBeFalse();
    }

    [Fact]
    public async Task Run_WhoseTimeIsOver_StopsAfterTheOrderThatItLooksAt()
    {
        await Stories.ReservedAsync(lines: TestMenu.Americano(1));
        await Stories.ReservedAsync(lines: TestMenu.Americano(1));
        Cafe.Time.Advance(LongAgo);
        var report = await Steps.Reconcile(new ReconcileRules { MaxDuration = TimeSpan.Zero }).RunAsync(null, Token);
        (report.Looked, report.Cursor is null).ShouldBe((1, false));
    }

    /// <summary>Orders with a matter that is open are looked at wherever they stand.</summary>
    [Theory]
    [InlineData(2, 40, 2)]
    [InlineData(3, 40, 3)]
    [InlineData(3, 0, 0)]
    public async Task Run_OrdersWithAMatter_AreLookedAtUpToTheLimits(int maxOrders, int seconds, int looked)
    {
        for (var number = 0; number < 3; number++)
        {
            var order = await Stories.ReservedAsync(lines: TestMenu.Americano(1));
            await Stories.ReleaseAsync(order, OrderStatus.Cancelled);
            await Attention.OpenAsync(AttentionKind.OrderStuck, order.OrderId, order.OrderId, "test", Token);
        }
        var rules = new ReconcileRules { MaxOrders = maxOrders, MaxDuration = TimeSpan.FromSeconds(seconds) };
        (await Steps.Reconcile(rules).RunAsync(null, Token)).Looked.ShouldBe(looked);
        (await MattersAsync()).Count.ShouldBe(3 - looked);
    }

    /// <summary>An execution whose end is known may still have a function that runs; one that is not there yet may come.</summary>
    [Theory]
    [InlineData(true, -1, ReconcileFinding.Moving)]
    [InlineData(true, 0, ReconcileFinding.Released)]
    [InlineData(false, -1, ReconcileFinding.Moving)]
    [InlineData(false, 0, ReconcileFinding.Released)]
    public async Task Order_WithoutExecution_IsEndedFromItsAgeOn(bool awaitsPayment, int milliseconds, ReconcileFinding finding)
    {
        var order = awaitsPayment ? await Stories.AwaitingAsync() : await Stories.ReservedAsync();
        if (awaitsPayment)
            Cafe.StepFunctions.Failed(order.OrderId, Cafe.Time.GetUtcNow());
        else
            Cafe.StepFunctions.Gone(order.OrderId);
        var rules = new ReconcileRules();
        Cafe.Time.Advance((awaitsPayment ? rules.PaymentPatience : rules.PreparationPatience) + TimeSpan.FromMilliseconds(milliseconds));
        (await Steps.Repair(rules).RunAsync(order.OrderId, Token)).Finding.ShouldBe(finding);
    }

    [Theory]
    [InlineData("")]
    [InlineData("REVIEW|2026")]
    [InlineData("REVIEW|2026|not an order")]
    [InlineData("REVIEW|2026|0301-AAAAAAAA")]
    [InlineData("REVIEW|2026-03-01T00:00:00.000Z|not an order")]
    [InlineData("NOWHERE|2026-03-01T00:00:00.000Z|0301-AAAAAAAA")]
    public async Task Cursor_ThatIsNone_IsRefused(string cursor)
    {
        await Should.ThrowAsync<ArgumentException>(() => Steps.Reconcile().RunAsync(cursor, Token));
    }

    /// <summary>The only message on the callback queue.</summary>
    private async Task<CallbackMessage> SentAgainAsync() => JsonSerializer.Deserialize<CallbackMessage>(
        (await Cafe.CallbacksAsync()).ShouldHaveSingleItem(), JsonSerializerOptions.Web)!;

    private async Task<ReconciledOrder> FindsAsync(TestOrder order, ReconcileFinding finding)
    {
        var found = (await ReconcileAsync()).Orders.ShouldHaveSingleItem();
        (found.OrderId, found.Finding).ShouldBe((order.OrderId, finding), found.Detail);
        return found;
    }
}
