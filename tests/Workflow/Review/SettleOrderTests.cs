using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Attention;
using KakaoWorkflow.KakaoPay;
using KakaoWorkflow.Local.KakaoPay.Faults;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Paying;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Reconciling;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Review;
using KakaoWorkflow.Tables;
using KakaoWorkflow.Tests.Support.Recovery;
using KakaoWorkflow.Tests.Workflow.Refunds;

namespace KakaoWorkflow.Tests.Workflow.Review;

public sealed class SettleOrderTests(TableServer server) : IClassFixture<TableServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A refund that KakaoPay refuses for good is ended by a person; books, report and invariants agree, and say who and why.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RefundThatKakaoPayNeverTakes_SettledAsRefunded_IsGivenBackByHand(bool inPart)
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await StuckRefundTests.RefusedAsync(cafe, KakaoPayErrorCode.CancelFailed);
        var request = inPart ? StuckRefundTests.All(order) with { Line = 1, Quantity = 1 } : StuckRefundTests.All(order);
        await StuckRefundTests.StuckAsync(cafe, order, request);

        (await cafe.Settle.RunAsync(Word(order.OrderId, SettledAs.Refunded), Token)).ShouldBe(SettleOutcome.Settled);

        var after = await cafe.Orders.GetAsync(order.OrderId, Token);
        after.Status.ShouldBe(inPart ? OrderStatus.Paid : OrderStatus.Refunded);
        (after.RefundedByHandWon, after.OpenRefund, await cafe.KeptWonAsync(order.OrderId)).ShouldBe((after.RefundedWon, null, 8_000));
        (await cafe.AttentionAsync()).ShouldBeEmpty();
        await cafe.CheckAsync();
        var report = await cafe.ReportAsync(BookDay.Of(cafe.Time.GetUtcNow()));
        report.Differences.ShouldBeEmpty();
        report.SettledByHand.ShouldHaveSingleItem().ShouldBe($"{order.OrderId}: refund 1 by kim: KakaoPay's page shows it");
        (await DeedsAsync(cafe, order.OrderId)).ShouldContain("settledRefund");

        (await cafe.Settle.RunAsync(Word(order.OrderId, SettledAs.Refunded), Token)).ShouldBe(SettleOutcome.NothingToSettle);
        await cafe.Host.Simulator.Faults.ClearAsync();
        if (!inPart)
            return;
        (await cafe.Refund.RunAsync(StuckRefundTests.All(order), Token)).ShouldBe(RefundOutcome.Settled);
        (await cafe.KeptWonAsync(order.OrderId)).ShouldBe(after.RefundedByHandWon);
        await cafe.CheckAsync();
    }

    [Fact]
    public async Task RefundThatKakaoPayHasDone_SettledAsRefunded_IsNotByHand()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await StuckRefundTests.RefusedAsync(cafe, KakaoPayErrorCode.CancelFailed);
        await StuckRefundTests.StuckAsync(cafe, order);
        await cafe.Host.Simulator.Faults.ClearAsync();
        await cafe.CancelElsewhereAsync(order, 8_000);

        (await cafe.Settle.RunAsync(Word(order.OrderId, SettledAs.Refunded), Token)).ShouldBe(SettleOutcome.Settled);

        (await cafe.Orders.GetAsync(order.OrderId, Token)).RefundedByHandWon.ShouldBe(0);
        (await cafe.AttentionAsync()).ShouldBeEmpty();
        await cafe.CheckAsync();
    }

    /// <summary>A cancel that KakaoPay still takes would give the money back a second time.</summary>
    [Theory]
    [InlineData(2 * 60, true)]
    [InlineData((2 * 60) + 1, false)]
    public async Task RefundWhoseCancelMayStillBeOnItsWay_IsNotSettledYet(int seconds, bool isTooEarly)
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await StuckRefundTests.RefusedAsync(cafe, KakaoPayErrorCode.CancelFailed);
        await cafe.Refund.RunAsync(StuckRefundTests.All(order), Token);
        cafe.Time.Advance(TimeSpan.FromSeconds(seconds));
        await TooEarlyAsync(cafe.Settle.RunAsync(Word(order.OrderId, SettledAs.Refunded), Token), isTooEarly, SettleOutcome.Settled);
    }

    /// <summary>As that of a refund, where the workflow gives back what it has captured.</summary>
    [Theory]
    [InlineData(2 * 60, true)]
    [InlineData((2 * 60) + 1, false)]
    public async Task PaymentWhoseCancelMayStillBeOnItsWay_IsNotSettledYet(int seconds, bool isTooEarly)
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (orderId, quote, tid) = await cafe.AgreedAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        await cafe.CaptureAsync(orderId, quote, tid);
        await cafe.Host.Simulator.Faults.AddAsync(
            new Fault { Operation = FaultOperation.Cancel, Kind = FaultKind.Refuse, ErrorCode = KakaoPayErrorCode.CancelFailed, Always = true });
        await Should.ThrowAsync<RefundStuckException>(() => new RefundPayment(cafe.Table, cafe.KakaoPay, cafe.Time).RunAsync(orderId, tid, Token));
        await new AwaitOperator(cafe.Table, cafe.Time).RunAsync(orderId, "RefundPayment", "RefundStuckException", null, new("review-token"), Token);
        cafe.Time.Advance(TimeSpan.FromSeconds(seconds));
        await TooEarlyAsync(cafe.Settle.RunAsync(Word(orderId, SettledAs.Refunded), Token), isTooEarly, SettleOutcome.Kept);
        (await cafe.AttentionAsync()).Contains(AttentionKind.RefundStuck).ShouldBe(isTooEarly);
    }

    [Fact]
    public async Task Request_Malformed_IsRefusedBeforeAnythingIsRead()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        await Should.ThrowAsync<ArgumentException>(() => cafe.Settle.RunAsync(Word(OrderId.Parse("none"), "paid"), Token));
    }

    /// <summary>An unknown <c>tid</c> on a failed execution blocks nobody for ever.</summary>
    [Theory]
    [InlineData(SettledAs.NotCaptured, OrderStatus.Declined, 500)]
    [InlineData(SettledAs.Refunded, OrderStatus.Refunded, 500)]
    [InlineData(SettledAs.Captured, OrderStatus.Paid, 0)]
    public async Task UnknownTransactionOfAFailedExecution_WaitsForAPersonWhoEndsIt(string settledAs, string status, long points)
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var orderId = await AgreedAsync(cafe);
        cafe.Executions.Failed(orderId, cafe.Time.GetUtcNow());
        await UnknownAsync(cafe);
        cafe.Time.Advance(TimeSpan.FromHours(1));
        if (settledAs != SettledAs.Captured)
        {
            (await cafe.Reconcile().RunAsync(null, Token)).Orders.ShouldHaveSingleItem().Finding.ShouldBe(ReconcileFinding.InDoubt);
            (await cafe.AttentionAsync()).ShouldBe([AttentionKind.PaymentInDoubt]);
        }

        (await cafe.Settle.RunAsync(Word(orderId, settledAs), Token)).ShouldBe(SettleOutcome.Settled);

        var after = await cafe.Orders.GetAsync(orderId, Token);
        (after.Status, after.SettledAs, after.SettledBy, after.SettledWhy).ShouldBe((status, settledAs, "kim", "KakaoPay's page shows it"));
        var account = (await cafe.Accounts.FindAsync("member", Token))!;
        (account.AvailablePoints, account.HeldPoints, account.OpenOrderId).ShouldBe((points, 0, null));
        (await cafe.AttentionAsync()).ShouldBeEmpty();
        cafe.Time.Advance(PaymentTerms.ApprovalWindow + PaymentTerms.Grace + TimeSpan.FromSeconds(1));
        (await cafe.Settle.RunAsync(Word(orderId, settledAs), Token)).ShouldBe(
            settledAs == SettledAs.NotCaptured ? SettleOutcome.Settled : SettleOutcome.NothingToSettle);
        (await DeedsAsync(cafe, orderId)).ShouldBe(["settled"]);
        await cafe.CheckAsync();
        (await cafe.ReportAsync(BookDay.Of(cafe.Time.GetUtcNow()))).SettledByHand.ShouldHaveSingleItem().ShouldContain("kim");
    }

    [Theory]
    [InlineData("ResolvePayment", SettledAs.Captured)]
    [InlineData("ResolvePayment", SettledAs.NotCaptured)]
    [InlineData("RefundPayment", SettledAs.Refunded)]
    public async Task ExecutionThatWaitsForAnOperator_IsGivenTheWordAndResumed(string step, string settledAs)
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var orderId = await AgreedAsync(cafe);
        await UnknownAsync(cafe);
        await new AwaitOperator(cafe.Table, cafe.Time).RunAsync(orderId, step, "PaymentInDoubtException", null, new("review-token"), Token);

        (await cafe.Settle.RunAsync(Word(orderId, settledAs), Token)).ShouldBe(SettleOutcome.Kept);

        cafe.Executions.SentTokens.ShouldBe(["review-token"]);
        (await DeedsAsync(cafe, orderId)).ShouldBe(["settled", "resumed"]);
        (await cafe.Orders.GetAsync(orderId, Token)).SettledAs.ShouldBe(settledAs);
    }

    [Theory]
    [InlineData(17 * 60, true)]
    [InlineData((17 * 60) + 1, false)]
    public async Task ExecutionThatAsksOn_IsGivenTheWordOnceKakaoPaysTimeIsOver(int seconds, bool isTooEarly)
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var orderId = await AgreedAsync(cafe);
        await UnknownAsync(cafe);
        cafe.Time.Advance(TimeSpan.FromSeconds(seconds));
        var settling = cafe.Settle.RunAsync(Word(orderId, SettledAs.NotCaptured), Token);
        if (isTooEarly)
            await Should.ThrowAsync<SettleRefusedException>(settling);
        else
            (await settling).ShouldBe(SettleOutcome.Kept);
    }

    [Fact]
    public async Task EndedOrderWhoseMoneyIsUnchecked_IsNoLongerLookedAt()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var orderId = await AgreedAsync(cafe);
        await cafe.ReleaseAsync(orderId, OrderStatus.Expired);
        await UnknownAsync(cafe);
        cafe.Time.Advance(TimeSpan.FromHours(1));
        (await cafe.Reconcile().RunAsync(null, Token)).Orders.ShouldHaveSingleItem().Finding.ShouldBe(ReconcileFinding.InDoubt);
        (await cafe.AttentionAsync()).ShouldBe([AttentionKind.PaymentInDoubt]);

        await Should.ThrowAsync<SettleRefusedException>(() => cafe.Settle.RunAsync(Word(orderId, SettledAs.Captured), Token));
        (await cafe.Settle.RunAsync(Word(orderId, SettledAs.NotCaptured), Token)).ShouldBe(SettleOutcome.Settled);

        (await cafe.Orders.GetAsync(orderId, Token)).OpenStatus.ShouldBeNull();
        (await cafe.AttentionAsync()).ShouldBeEmpty();
        await cafe.CheckAsync();
    }

    [Fact]
    public async Task OldDoubt_IsAskedAboutLessOften()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var orderId = await AgreedAsync(cafe);
        await cafe.ReleaseAsync(orderId, OrderStatus.Expired);
        cafe.Time.Advance(TimeSpan.FromHours(1));
        await UnknownAsync(cafe);
        await cafe.Reconcile().RunAsync(null, Token);
        cafe.Time.Advance(DoubtTerms.Patience);
        await cafe.Reconcile().RunAsync(null, Token);
        await cafe.Host.Simulator.Faults.ClearAsync();

        cafe.Time.Advance(DoubtTerms.AskingInterval - TimeSpan.FromSeconds(1));
        (await cafe.Reconcile().RunAsync(null, Token)).Orders.ShouldHaveSingleItem().Finding.ShouldBe(ReconcileFinding.InDoubt);
        cafe.Time.Advance(TimeSpan.FromSeconds(1));
        (await cafe.Reconcile().RunAsync(null, Token)).Orders.ShouldHaveSingleItem().Finding.ShouldBe(ReconcileFinding.NoLateMoney);
        (await cafe.AttentionAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, SettledAs.NotCaptured)]
    [InlineData(false, SettledAs.Captured)]
    [InlineData(false, SettledAs.Refunded)]
    public async Task Word_ThatKakaoPayClearlyContradicts_IsRefused(bool isCaptured, string settledAs)
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (orderId, quote, tid) = await cafe.AgreedAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        if (isCaptured)
            await cafe.CaptureAsync(orderId, quote, tid);
        cafe.Executions.Failed(orderId, cafe.Time.GetUtcNow());
        cafe.Time.Advance(TimeSpan.FromHours(1));

        (await Should.ThrowAsync<SettleRefusedException>(() => cafe.Settle.RunAsync(Word(orderId, settledAs), Token)))
            .Message.ShouldContain(isCaptured ? "SUCCESS_PAYMENT" : "AUTH_PASSWORD");
        var after = await cafe.Orders.GetAsync(orderId, Token);
        (after.SettledAs, after.IsOpen).ShouldBe((null, true));
    }

    /// <summary>The workflow compares the amount at every capture, and so it is with a person's word.</summary>
    [Theory]
    [InlineData(SettledAs.Captured)]
    [InlineData(SettledAs.Refunded)]
    public async Task Capture_OfAnotherAmount_IsNoSale(string settledAs)
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (orderId, quote, tid) = await cafe.AgreedAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        await cafe.Host.Simulator.Faults.AddAsync(
            new Fault { Operation = FaultOperation.Approve, Kind = FaultKind.AmountMismatch, AmountWon = 1_000 });
        await Should.ThrowAsync<ApprovedAmountMismatchException>(() => cafe.CaptureAsync(orderId, quote, tid));
        cafe.Executions.Failed(orderId, cafe.Time.GetUtcNow());
        cafe.Time.Advance(TimeSpan.FromHours(1));

        var settling = cafe.Settle.RunAsync(Word(orderId, settledAs), Token);
        if (settledAs == SettledAs.Captured)
            (await Should.ThrowAsync<SettleRefusedException>(settling)).Message.ShouldContain("1000 won");
        else
            await settling;
        (await cafe.Orders.GetAsync(orderId, Token)).Status.ShouldBe(settledAs == SettledAs.Captured ? OrderStatus.AwaitingPayment : OrderStatus.Refunded);
    }

    [Fact]
    public async Task Order_ThatNeedsNobody_IsLeftAlone()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));
        (await cafe.Settle.RunAsync(Word(order.OrderId, SettledAs.NotCaptured), Token)).ShouldBe(SettleOutcome.NothingToSettle);
        (await cafe.Orders.GetAsync(order.OrderId, Token)).Status.ShouldBe(OrderStatus.Paid);
        await Should.ThrowAsync<OrderNotFoundException>(() => cafe.Settle.RunAsync(Word(OrderId.Parse("none"), SettledAs.Captured), Token));
    }

    [Fact]
    public async Task SecondWord_ThatDiffers_IsRefusedAndNamesTheFirst()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var orderId = await AgreedAsync(cafe);
        await UnknownAsync(cafe);
        cafe.Time.Advance(TimeSpan.FromHours(1));
        await cafe.Settle.RunAsync(Word(orderId, SettledAs.NotCaptured), Token);
        (await Should.ThrowAsync<SettleRefusedException>(() => cafe.Settle.RunAsync(Word(orderId, SettledAs.Captured), Token)))
            .Message.ShouldContain("kim has settled it as not-captured");
    }

    /// <summary>A person was sure that it was captured, the customer withdraws, and the money goes back by other means.</summary>
    [Fact]
    public async Task SecondWord_Refunded_TakesTheFirstOnesPlace()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var orderId = await AgreedAsync(cafe);
        await UnknownAsync(cafe);
        cafe.Time.Advance(TimeSpan.FromHours(1));
        (await cafe.Settle.RunAsync(Word(orderId, SettledAs.Captured), Token)).ShouldBe(SettleOutcome.Kept);
        await cafe.Table.UpdateAsync(
            new Update { Key = ItemKey.Order(orderId).ToAttributes(), UpdateExpression = "SET withdrawnAt = createdAt" }, Token);
        await new AwaitOperator(cafe.Table, cafe.Time).RunAsync(orderId, "RefundPayment", "PaymentInDoubtException", null, new("review-token"), Token);

        (await cafe.Settle.RunAsync(Word(orderId, SettledAs.Refunded), Token)).ShouldBe(SettleOutcome.Kept);
        (await cafe.Orders.GetAsync(orderId, Token)).SettledAs.ShouldBe(SettledAs.Refunded);
        (await DeedsAsync(cafe, orderId)).ShouldBe(["settled", "settled", "resumed"]);
    }

    /// <summary>An approval that is still on its way would be looked for by nobody.</summary>
    [Theory]
    [InlineData(17 * 60, true)]
    [InlineData((17 * 60) + 1, false)]
    public async Task OrderThatHasJustEnded_IsGivenNoWordYet(int seconds, bool isTooEarly)
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var orderId = await AgreedAsync(cafe);
        await cafe.ReleaseAsync(orderId, OrderStatus.Expired);
        await UnknownAsync(cafe);
        cafe.Time.Advance(TimeSpan.FromSeconds(seconds));
        var settling = cafe.Settle.RunAsync(Word(orderId, SettledAs.NotCaptured), Token);
        if (isTooEarly)
            (await Should.ThrowAsync<SettleRefusedException>(settling)).Message.ShouldContain("may still take effect");
        else
            (await settling).ShouldBe(SettleOutcome.Settled);
    }

    [Theory]
    [InlineData("paid", "kim", "why")]
    [InlineData("captured", " ", "why")]
    [InlineData("captured", "kim", "")]
    public void Request_Malformed_IsRefused(string settledAs, string by, string why) =>
        Should.Throw<ArgumentException>(new SettleRequest(OrderId.Parse("1123-0001"), settledAs, by, why).Validate);

    [Theory]
    [InlineData(ResumeOrder.MaxTextLength, false)]
    [InlineData(ResumeOrder.MaxTextLength + 1, true)]
    public void Request_UpToItsLimit_IsTaken(int length, bool refused)
    {
        var request = Word(OrderId.Parse("1123-0001"), SettledAs.Captured) with { Why = new string('x', length) };
        if (refused)
            Should.Throw<ArgumentException>(request.Validate);
        else
            request.Validate();
    }

    private static async Task TooEarlyAsync(Task<SettleOutcome> settling, bool isTooEarly, SettleOutcome otherwise)
    {
        if (isTooEarly)
            (await Should.ThrowAsync<SettleRefusedException>(settling)).Message.ShouldContain("may still do so");
        else
            (await settling).ShouldBe(otherwise);
    }

    private static SettleRequest Word(OrderId orderId, string settledAs) => new(orderId, settledAs, "kim", "KakaoPay's page shows it");

    private static async Task<OrderId> AgreedAsync(RecoveryCafe cafe) =>
        (await cafe.AgreedAsync(await cafe.MemberAsync(points: 500), 500, TestMenu.Americano(1))).OrderId;

    private static Task UnknownAsync(RecoveryCafe cafe) => cafe.Host.Simulator.Faults.AddAsync(
        new Fault { Operation = FaultOperation.Order, Kind = FaultKind.Refuse, ErrorCode = KakaoPayErrorCode.NoSuchTransaction, Always = true });

    private static async Task<List<string>> DeedsAsync(RecoveryCafe cafe, OrderId orderId)
    {
        var item = (await cafe.Table.GetAsync(ItemKey.Order(orderId), Token))!;
        return item.TryGetValue("operatorActions", out AttributeValue? actions)
            ? [.. actions.L.Select(action => action.M.Keys.Single(key => key is not ("at" or "by" or "why")))]
            : [];
    }
}
