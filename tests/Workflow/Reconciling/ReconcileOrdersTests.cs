using KakaoWorkflow.Attention;
using KakaoWorkflow.Callbacks;
using KakaoWorkflow.Local.KakaoPay.Faults;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Paying;
using KakaoWorkflow.Reconciling;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Review;
using KakaoWorkflow.Tables;
using KakaoWorkflow.Tests.Support.Recovery;

namespace KakaoWorkflow.Tests.Workflow.Reconciling;

public sealed class ReconcileOrdersTests(TableServer server) : IClassFixture<TableServer>
{
    private static readonly TimeSpan LongAgo = TimeSpan.FromHours(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Order_ThatMoves_IsLeftAlone()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        await cafe.ReservedAsync(await cafe.MemberAsync(points: 500), 500, TestMenu.Americano(1));
        cafe.Time.Advance(LongAgo);

        var report = await cafe.Reconcile().RunAsync(null, Token);

        (report.Looked, report.Orders.Count).ShouldBe((1, 0));
        await cafe.CheckAsync();
    }

    [Fact]
    public async Task Callback_ThatWasLost_IsSentAgain()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (orderId, _, _) = await cafe.AgreedAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        var rules = new ReconcileRules();

        cafe.Time.Advance(rules.CallbackPatience - TimeSpan.FromMilliseconds(1));
        (await cafe.Reconcile().RunAsync(null, Token)).Orders.ShouldBeEmpty();
        cafe.Time.Advance(TimeSpan.FromMilliseconds(1));

        await FindsAsync(cafe, orderId, ReconcileFinding.CallbackSentAgain);
        cafe.Callbacks.Messages.ShouldBe([new CallbackMessage(orderId, CallbackKind.Approved)]);
    }

    [Fact]
    public async Task Callback_OfAnExecutionThatHasGoneOn_IsNotSentAgain()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (orderId, _, _) = await cafe.AgreedAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        var rules = new ReconcileRules();

        cafe.Time.Advance(rules.PaymentPatience - TimeSpan.FromMilliseconds(1));
        await FindsAsync(cafe, orderId, ReconcileFinding.CallbackSentAgain);
        cafe.Time.Advance(TimeSpan.FromMilliseconds(1));
        (await cafe.Reconcile().RunAsync(null, Token)).Orders.ShouldBeEmpty();
        cafe.Callbacks.Messages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Quit_ThatWasLost_IsLookedAtOnceMore()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (orderId, _, _) = await cafe.AwaitingAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        await new ParkCallback(cafe.Table, cafe.Callbacks, cafe.Time).HintAsync(orderId, CallbackKind.Cancelled, Token);
        cafe.Callbacks.Messages.Clear();
        var rules = new ReconcileRules();

        cafe.Time.Advance(rules.HintPatience - TimeSpan.FromMilliseconds(1));
        (await cafe.Reconcile().RunAsync(null, Token)).Orders.ShouldBeEmpty();
        cafe.Time.Advance(TimeSpan.FromMilliseconds(1));

        await FindsAsync(cafe, orderId, ReconcileFinding.CallbackSentAgain);
        cafe.Callbacks.Messages.ShouldBe([new CallbackMessage(orderId, CallbackKind.Cancelled, SettleCallback.LookAgainAfter.Count)]);
    }

    [Fact]
    public void HintPatience_OutlastsTheLooksOfAQuit() => new ReconcileRules().HintPatience.ShouldBeGreaterThan(
        SettleCallback.LookAgainAfter.Aggregate(TimeSpan.Zero, (sum, pause) => sum + pause) + TimeSpan.FromMinutes(1));

    [Fact]
    public async Task Withdrawal_ThatWasLost_IsSentAgain()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (orderId, _, _) = await cafe.AgreedAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        await new ParkCallback(cafe.Table, cafe.Callbacks, cafe.Time).WithdrawAsync(orderId, Token);
        cafe.Callbacks.Messages.Clear();
        cafe.Time.Advance(TimeSpan.FromMinutes(2));

        await FindsAsync(cafe, orderId, ReconcileFinding.CallbackSentAgain);
        cafe.Callbacks.Messages.ShouldBe([new CallbackMessage(orderId, CallbackKind.Withdrawn)]);
    }

    [Fact]
    public async Task Order_WithoutExecution_AndNothingPrepared_IsReleased()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (orderId, _) = await cafe.ReservedAsync(await cafe.MemberAsync(points: 500), 500, TestMenu.Americano(1));
        cafe.Executions.Failed(orderId, cafe.Time.GetUtcNow());
        cafe.Time.Advance(LongAgo);

        await FindsAsync(cafe, orderId, ReconcileFinding.Released);

        (await cafe.Orders.GetAsync(orderId, Token)).Status.ShouldBe(OrderStatus.Cancelled);
        (await cafe.Accounts.FindAsync("member", cancellationToken: TestContext.Current.CancellationToken))!.AvailablePoints.ShouldBe(500);
        await cafe.CheckAsync();
    }

    [Fact]
    public async Task Order_WithoutExecution_NotCaptured_IsReleasedAndItsMoneyCheckedLater()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (orderId, quote, tid) = await cafe.AgreedAsync(await cafe.MemberAsync(points: 500), 500, TestMenu.Americano(1));
        cafe.Executions.Failed(orderId, cafe.Time.GetUtcNow());
        cafe.Time.Advance(LongAgo);
        var approval = await cafe.Orders.GetAsync(orderId, Token);

        await FindsAsync(cafe, orderId, ReconcileFinding.Released);
        (await cafe.Orders.GetAsync(orderId, Token)).OpenStatus.ShouldBe(OpenMark.MoneyUnchecked);
        await cafe.CheckAsync();

        // An approval that was on its way all the time takes effect only now.
        await cafe.CaptureLateAsync(orderId, quote, tid, approval.PgToken!);
        (await cafe.KeptWonAsync(orderId)).ShouldBe(4_000);
        cafe.Time.Advance(LongAgo);
        await FindsAsync(cafe, orderId, ReconcileFinding.LateMoneyRefunded);
        (await cafe.KeptWonAsync(orderId)).ShouldBe(0);
        (await cafe.Reconcile().RunAsync(null, Token)).Looked.ShouldBe(0);
        await cafe.CheckAsync();
    }

    [Fact]
    public async Task Order_WithoutExecution_Captured_IsRefundedAndReleased()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (orderId, quote, tid) = await cafe.AgreedAsync(await cafe.MemberAsync(points: 500), 500, TestMenu.Americano(1));
        await cafe.CaptureAsync(orderId, quote, tid);
        cafe.Executions.Failed(orderId, cafe.Time.GetUtcNow());
        cafe.Time.Advance(LongAgo);

        await FindsAsync(cafe, orderId, ReconcileFinding.RefundedAndReleased);

        (await cafe.Orders.GetAsync(orderId, Token)).Status.ShouldBe(OrderStatus.Refunded);
        (await cafe.KeptWonAsync(orderId)).ShouldBe(0);
        (await cafe.Accounts.FindAsync("member", cancellationToken: TestContext.Current.CancellationToken))!.AvailablePoints.ShouldBe(500);
        await cafe.CheckAsync();
    }

    [Fact]
    public async Task Order_WhoseExecutionEndedJustNow_IsGivenTime()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (orderId, _) = await cafe.ReservedAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        cafe.Time.Advance(LongAgo);
        cafe.Executions.Failed(orderId, cafe.Time.GetUtcNow());

        (await cafe.Reconcile().RunAsync(null, Token)).Orders.ShouldBeEmpty();
        cafe.Time.Advance(new ReconcileRules().ExecutionGrace);
        await FindsAsync(cafe, orderId, ReconcileFinding.Released);
    }

    [Fact]
    public async Task PaidOrder_ThatTheCafeNeverHeardOf_IsPutOnTheBoard()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        cafe.Time.Advance(new ReconcileRules().AnnouncePatience - TimeSpan.FromSeconds(1));
        (await cafe.Reconcile().RunAsync(null, Token)).Looked.ShouldBe(0);
        cafe.Time.Advance(TimeSpan.FromSeconds(1));

        await FindsAsync(cafe, order.OrderId, ReconcileFinding.PutOnBoard);

        var after = await cafe.Orders.GetAsync(order.OrderId, Token);
        (after.Preparation, after.OpenStatus).ShouldBe((Preparation.ToMake, null));
        (await cafe.Reconcile().RunAsync(null, Token)).Looked.ShouldBe(0);
        await cafe.CheckAsync();
    }

    [Fact]
    public async Task PaidOrder_PartlyRefundedBeforeTheCafeHeardOfIt_IsPutOnTheBoardAllTheSame()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(2));
        (await cafe.Refund.RunAsync(new RefundRequest(order.OrderId, "kim", "one less") { Line = 1, Quantity = 1 }, Token)).ShouldBe(RefundOutcome.Settled);
        cafe.Time.Advance(LongAgo);
        await FindsAsync(cafe, order.OrderId, ReconcileFinding.PutOnBoard);
        await cafe.CheckAsync();
    }

    [Fact]
    public async Task EndedOrder_WithoutLateMoney_IsLookedAtOnce()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (orderId, _, _) = await cafe.AgreedAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        await cafe.ReleaseAsync(orderId, OrderStatus.Expired);
        cafe.Time.Advance(TimeSpan.FromMinutes(16));
        (await cafe.Reconcile().RunAsync(null, Token)).Looked.ShouldBe(0);
        cafe.Time.Advance(TimeSpan.FromMinutes(1));

        await FindsAsync(cafe, orderId, ReconcileFinding.NoLateMoney);
        (await cafe.Reconcile().RunAsync(null, Token)).Looked.ShouldBe(0);
        await cafe.CheckAsync();
    }

    [Fact]
    public async Task Refund_ThatStopped_IsSettled()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        await cafe.Request.RunAsync(RefundRequest.ByCustomer(order.OrderId), Token);
        cafe.Time.Advance(TimeSpan.FromMinutes(1));

        await FindsAsync(cafe, order.OrderId, ReconcileFinding.RefundSettled);
        (await cafe.KeptWonAsync(order.OrderId)).ShouldBe(0);
        await cafe.CheckAsync();
    }

    [Fact]
    public async Task Refund_WithMoneyBackElsewhere_NeedsAPerson()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        await cafe.Request.RunAsync(RefundRequest.ByCustomer(order.OrderId), Token);
        await cafe.CancelElsewhereAsync(order, 1);
        cafe.Time.Advance(TimeSpan.FromMinutes(1));

        await FindsAsync(cafe, order.OrderId, ReconcileFinding.NeedsPerson);
    }

    [Fact]
    public async Task Order_InReview_AwaitsItsOperator()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (orderId, _) = await cafe.ReservedAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        await new AwaitOperator(cafe.Table, cafe.Time).RunAsync(orderId, "CommitOrder", "Error", null, new("review-token"), Token);

        (await FindsAsync(cafe, orderId, ReconcileFinding.AwaitsOperator)).Detail.ShouldBe("CommitOrder");
    }

    [Fact]
    public async Task KakaoPay_Silent_LeavesTheOrderForTheNextRun()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (orderId, _, _) = await cafe.AgreedAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        cafe.Executions.Failed(orderId, cafe.Time.GetUtcNow());
        cafe.Time.Advance(DoubtTerms.Patience);
        await cafe.Host.Simulator.Faults.AddAsync(new Fault { Operation = FaultOperation.Order, Kind = FaultKind.ServerErrorBeforeCapture });

        await FindsAsync(cafe, orderId, ReconcileFinding.InDoubt);
        await FindsAsync(cafe, orderId, ReconcileFinding.Released);
    }

    [Fact]
    public async Task Runs_AtOnce_DoNoHarm()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (captured, quote, tid) = await cafe.AgreedAsync(await cafe.MemberAsync("a", 500), 500, TestMenu.Americano(1));
        await cafe.CaptureAsync(captured, quote, tid);
        cafe.Executions.Failed(captured, cafe.Time.GetUtcNow());
        var paid = await cafe.PaidAsync(await cafe.MemberAsync("b"), 0, TestMenu.Cake(2));
        await cafe.Request.RunAsync(new RefundRequest(paid.OrderId, "kim", "test") { Line = 1, Quantity = 1 }, Token);
        cafe.Time.Advance(LongAgo);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => cafe.Reconcile().RunAsync(null, Token)));
        await cafe.Reconcile().RunAsync(null, Token);

        (await cafe.KeptWonAsync(captured)).ShouldBe(0);
        (await cafe.KeptWonAsync(paid.OrderId)).ShouldBe(6_667);
        await cafe.CheckAsync();
    }

    [Fact]
    public async Task Run_StopsAtItsLimitAndGoesOnFromItsCursor()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var orderIds = new List<string>();
        foreach (var name in (string[])["a", "b", "c"])
        {
            var (orderId, _) = await cafe.ReservedAsync(await cafe.MemberAsync(name), 0, TestMenu.Americano(1));
            cafe.Executions.Failed(orderId, cafe.Time.GetUtcNow());
            orderIds.Add(orderId);
        }
        cafe.Time.Advance(LongAgo);
        var reconcile = cafe.Reconcile(new ReconcileRules { MaxOrders = 2 });

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
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        foreach (var name in (string[])["a", "b"])
        {
            await cafe.AwaitingAsync(await cafe.MemberAsync("awaits " + name), 0, TestMenu.Americano(1));
            await cafe.ReservedAsync(await cafe.MemberAsync("reserved " + name), 0, TestMenu.Americano(1));
        }
        cafe.Time.Advance(LongAgo);
        var reconcile = cafe.Reconcile(new ReconcileRules { MaxOrders = maxOrders });
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
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        await cafe.ReservedAsync(await cafe.MemberAsync("a"), 0, TestMenu.Americano(1));
        await cafe.ReservedAsync(await cafe.MemberAsync("b"), 0, TestMenu.Americano(1));
        cafe.Time.Advance(LongAgo);
        var report = await cafe.Reconcile(new ReconcileRules { MaxDuration = TimeSpan.Zero }).RunAsync(null, Token);
        (report.Looked, report.Cursor is null).ShouldBe((1, false));
    }

    /// <summary>Orders with a matter that is open are looked at wherever they stand.</summary>
    [Theory]
    [InlineData(2, 40, 2)]
    [InlineData(3, 40, 3)]
    [InlineData(3, 0, 0)]
    public async Task Run_OrdersWithAMatter_AreLookedAtUpToTheLimits(int maxOrders, int seconds, int looked)
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        foreach (var name in (string[])["a", "b", "c"])
        {
            var (orderId, _) = await cafe.ReservedAsync(await cafe.MemberAsync(name), 0, TestMenu.Americano(1));
            await cafe.ReleaseAsync(orderId, OrderStatus.Cancelled);
            await cafe.Attention.OpenAsync(AttentionKind.OrderStuck, orderId, orderId, "test", Token);
        }
        var rules = new ReconcileRules { MaxOrders = maxOrders, MaxDuration = TimeSpan.FromSeconds(seconds) };
        (await cafe.Reconcile(rules).RunAsync(null, Token)).Looked.ShouldBe(looked);
        (await cafe.MattersAsync()).Count.ShouldBe(3 - looked);
    }

    /// <summary>An execution whose end is known may still have a function that runs; one that is not there yet may come.</summary>
    [Theory]
    [InlineData(-1, ReconcileFinding.Moving)]
    [InlineData(0, ReconcileFinding.Released)]
    public async Task Order_AwaitingItsPaymentWithoutExecution_IsEndedFromItsAgeOn(int milliseconds, ReconcileFinding finding)
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (orderId, _, _) = await cafe.AwaitingAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        cafe.Executions.Failed(orderId, cafe.Time.GetUtcNow());
        var rules = new ReconcileRules();
        cafe.Time.Advance(rules.PaymentPatience + TimeSpan.FromMilliseconds(milliseconds));
        (await cafe.Repair(rules).RunAsync(orderId, Token)).Finding.ShouldBe(finding);
    }

    [Theory]
    [InlineData(-1, ReconcileFinding.Moving)]
    [InlineData(0, ReconcileFinding.Released)]
    public async Task Order_WhoseExecutionIsNotThere_IsEndedFromItsAgeOn(int milliseconds, ReconcileFinding finding)
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (orderId, _) = await cafe.ReservedAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        cafe.Executions.Gone(orderId);
        var rules = new ReconcileRules();
        cafe.Time.Advance(rules.PreparationPatience + TimeSpan.FromMilliseconds(milliseconds));
        (await cafe.Repair(rules).RunAsync(orderId, Token)).Finding.ShouldBe(finding);
    }

    /// <summary>The reconciler itself withdraws an order that it gives up, without a callback.</summary>
    [Fact]
    public async Task Withdrawal_WithoutACallback_IsSentAgainToo()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (orderId, _, _) = await cafe.AwaitingAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        await cafe.Table.UpdateAsync(new() { Key = ItemKey.Order(orderId).ToAttributes(), UpdateExpression = "SET withdrawnAt = createdAt" }, Token);
        cafe.Time.Advance(new ReconcileRules().CallbackPatience);
        await FindsAsync(cafe, orderId, ReconcileFinding.CallbackSentAgain);
        cafe.Callbacks.Messages.ShouldBe([new CallbackMessage(orderId, CallbackKind.Withdrawn)]);
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
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        await Should.ThrowAsync<ArgumentException>(() => cafe.Reconcile().RunAsync(cursor, Token));
    }

    private static async Task<ReconciledOrder> FindsAsync(RecoveryCafe cafe, OrderId orderId, ReconcileFinding finding)
    {
        var found = (await cafe.Reconcile().RunAsync(null, Token)).Orders.ShouldHaveSingleItem();
        (found.OrderId, found.Finding).ShouldBe((orderId, finding), found.Detail);
        return found;
    }
}
