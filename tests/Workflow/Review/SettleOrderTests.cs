using Amazon.DynamoDBv2.Model;

namespace KakaoWorkflow.Tests.Workflow.Review;

public sealed class SettleOrderTests(DynoxideServer server) : CafeTest(server)
{
    /// <summary>A refund that KakaoPay refuses for good is ended by a person; books, report and invariants agree, and say who and why.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RefundThatKakaoPayNeverTakes_SettledAsRefunded_IsGivenBackByHand(bool inPart)
    {
        var order = await Stories.CancelRefusedAsync();
        var request = inPart ? order.Refund with { Line = 1, Quantity = 1 } : order.Refund;
        await Stories.RefundStuckAsync(request);

        (await SettleAsync(order, SettledAs.Refunded)).ShouldBe(SettleOutcome.Settled);

        var after = await OrderAsync(order.OrderId);
        after.Status.ShouldBe(inPart ? OrderStatus.Paid : OrderStatus.Refunded);
        (after.RefundedByHandWon, after.OpenRefund, await Cafe.Books.KeptWonAsync(order)).ShouldBe((after.RefundedWon, null, 8_000));
        (await MatterKindsAsync()).ShouldBeEmpty();
        await Cafe.Books.CheckAsync();
        var report = await ReportAsync(BookDay.Of(Cafe.Time.GetUtcNow()));
        report.Differences.ShouldBeEmpty();
        report.SettledByHand.ShouldHaveSingleItem().ShouldBe($"{order.OrderId}: refund 1 by kim: KakaoPay's page shows it");
        (await DeedsAsync(order)).ShouldContain("settledRefund");

        (await SettleAsync(order, SettledAs.Refunded)).ShouldBe(SettleOutcome.NothingToSettle);
        await Cafe.ClearFaultsAsync();
        if (!inPart)
            return;
        (await Steps.RefundOrder.RunAsync(order.Refund, Token)).ShouldBe(RefundOutcome.Settled);
        (await Cafe.Books.KeptWonAsync(order)).ShouldBe(after.RefundedByHandWon);
        await Cafe.Books.CheckAsync();
    }

    [Fact]
    public async Task RefundThatKakaoPayHasDone_SettledAsRefunded_IsNotByHand()
    {
        var order = await Stories.CancelRefusedAsync();
        await Stories.RefundStuckAsync(order.Refund);
        await Cafe.ClearFaultsAsync();
        await Stories.CancelElsewhereAsync(order, 8_000);

        (await SettleAsync(order, SettledAs.Refunded)).ShouldBe(SettleOutcome.Settled);

        (await OrderAsync(order.OrderId)).RefundedByHandWon.ShouldBe(0);
        (await MatterKindsAsync()).ShouldBeEmpty();
        await Cafe.Books.CheckAsync();
    }

    /// <summary>A cancel that KakaoPay still takes would give the money back a second time.</summary>
    [Theory]
    [InlineData(2 * 60, null)]
    [InlineData((2 * 60) + 1, SettleOutcome.Settled)]
    public async Task RefundWhoseCancelMayStillBeOnItsWay_IsNotSettledYet(int seconds, SettleOutcome? outcome)
    {
        var order = await Stories.CancelRefusedAsync();
        await Steps.RefundOrder.RunAsync(order.Refund, Token);
        Cafe.Time.Advance(TimeSpan.FromSeconds(seconds));
        await TooEarlyOrAsync(outcome, "may still do so", SettleAsync(order, SettledAs.Refunded));
    }

    /// <summary>As that of a refund, where the workflow gives back what it has captured.</summary>
    [Theory]
    [InlineData(2 * 60, null)]
    [InlineData((2 * 60) + 1, SettleOutcome.Kept)]
    public async Task PaymentWhoseCancelMayStillBeOnItsWay_IsNotSettledYet(int seconds, SettleOutcome? outcome)
    {
        var order = await Stories.CapturedAsync();
        await Cafe.FaultAsync(FaultOperation.Cancel, FaultKind.Refuse, fault => fault with { ErrorCode = KakaoPayErrorCode.CancelFailed, Always = true });
        await Should.ThrowAsync<RefundStuckException>(() => Steps.Refund.RunAsync(order.OrderId, order.Payment.Tid, Token));
        await Stories.ReviewAsync(order, "RefundPayment");
        Cafe.Time.Advance(TimeSpan.FromSeconds(seconds));
        await TooEarlyOrAsync(outcome, "may still do so", SettleAsync(order, SettledAs.Refunded));
        (await MatterKindsAsync()).Contains(AttentionKind.RefundStuck).ShouldBe(outcome is null);
    }

    [Fact]
    public async Task Request_Malformed_IsRefusedBeforeAnythingIsRead()
    {
        await Should.ThrowAsync<ArgumentException>(() => Steps.SettleOrder.RunAsync(Word(OrderId.Parse("none"), "paid"), Token));
    }

    /// <summary>An unknown <c>tid</c> on a failed execution blocks nobody for ever.</summary>
    [Theory]
    [InlineData(SettledAs.NotCaptured, OrderStatus.Declined, 500)]
    [InlineData(SettledAs.Refunded, OrderStatus.Refunded, 500)]
    [InlineData(SettledAs.Captured, OrderStatus.Paid, 0)]
    public async Task UnknownTransactionOfAFailedExecution_WaitsForAPersonWhoEndsIt(string settledAs, string status, long points)
    {
        var order = await AgreedAsync();
        Cafe.StepFunctions.Failed(order.OrderId, Cafe.Time.GetUtcNow());
        await UnknownAsync();
        Cafe.Time.Advance(TimeSpan.FromHours(1));
        if (settledAs != SettledAs.Captured)
        {
            (await ReconcileAsync()).Orders.ShouldHaveSingleItem().Finding.ShouldBe(ReconcileFinding.InDoubt);
            (await MatterKindsAsync()).ShouldBe([AttentionKind.PaymentInDoubt]);
        }

        (await SettleAsync(order, settledAs)).ShouldBe(SettleOutcome.Settled);

        var after = await OrderAsync(order.OrderId);
        (after.Status, after.SettledAs, after.SettledBy, after.SettledWhy).ShouldBe((status, settledAs, "kim", "KakaoPay's page shows it"));
        var account = (await Cafe.Services.Accounts.FindAsync(order.Member.MemberId, Token))!;
        (account.AvailablePoints, account.HeldPoints, account.OpenOrderId).ShouldBe((points, 0, null));
        (await MatterKindsAsync()).ShouldBeEmpty();
        Cafe.Time.Advance(PaymentTerms.ApprovalWindow + PaymentTerms.Grace + TimeSpan.FromSeconds(1));
        (await SettleAsync(order, settledAs)).ShouldBe(
            settledAs == SettledAs.NotCaptured ? SettleOutcome.Settled : SettleOutcome.NothingToSettle);
        (await DeedsAsync(order)).ShouldBe(["settled"]);
        await Cafe.Books.CheckAsync();
        (await ReportAsync(BookDay.Of(Cafe.Time.GetUtcNow()))).SettledByHand.ShouldHaveSingleItem().ShouldContain("kim");
    }

    [Theory]
    [InlineData("ResolvePayment", SettledAs.Captured)]
    [InlineData("ResolvePayment", SettledAs.NotCaptured)]
    [InlineData("RefundPayment", SettledAs.Refunded)]
    public async Task ExecutionThatWaitsForAnOperator_IsGivenTheWordAndResumed(string step, string settledAs)
    {
        var order = await AgreedAsync();
        await UnknownAsync();
        await Stories.ReviewAsync(order, step);

        (await SettleAsync(order, settledAs)).ShouldBe(SettleOutcome.Kept);

        Cafe.StepFunctions.SentTokens.ShouldBe([OrderStories.ReviewToken]);
        (await DeedsAsync(order)).ShouldBe(["settled", "resumed"]);
        (await OrderAsync(order.OrderId)).SettledAs.ShouldBe(settledAs);
    }

    /// <summary>An approval that is still on its way would be looked for by nobody.</summary>
    [Theory]
    [InlineData(false, 17 * 60, null)]
    [InlineData(false, (17 * 60) + 1, SettleOutcome.Kept)]
    [InlineData(true, 17 * 60, null)]
    [InlineData(true, (17 * 60) + 1, SettleOutcome.Settled)]
    public async Task OrderThatIsOpenOrHasJustEnded_IsGivenTheWordOnceKakaoPaysTimeIsOver(bool hasEnded, int seconds, SettleOutcome? outcome)
    {
        var order = await AgreedAsync();
        if (hasEnded)
            await Stories.ReleaseAsync(order, OrderStatus.Expired);
        await UnknownAsync();
        Cafe.Time.Advance(TimeSpan.FromSeconds(seconds));
        await TooEarlyOrAsync(
            outcome, hasEnded ? "may still take effect" : "may still find out by itself", SettleAsync(order, SettledAs.NotCaptured));
    }

    [Fact]
    public async Task EndedOrderWhoseMoneyIsUnchecked_IsNoLongerLookedAt()
    {
        var order = await AgreedAsync();
        await Stories.ReleaseAsync(order, OrderStatus.Expired);
        await UnknownAsync();
        Cafe.Time.Advance(TimeSpan.FromHours(1));
        (await ReconcileAsync()).Orders.ShouldHaveSingleItem().Finding.ShouldBe(ReconcileFinding.InDoubt);
        (await MatterKindsAsync()).ShouldBe([AttentionKind.PaymentInDoubt]);

        await Should.ThrowAsync<SettleRefusedException>(() => SettleAsync(order, SettledAs.Captured));
        (await SettleAsync(order, SettledAs.NotCaptured)).ShouldBe(SettleOutcome.Settled);

        (await OrderAsync(order.OrderId)).OpenStatus.ShouldBeNull();
        (await MatterKindsAsync()).ShouldBeEmpty();
        await Cafe.Books.CheckAsync();
    }

    [Fact]
    public async Task OldDoubt_IsAskedAboutLessOften()
    {
        var order = await AgreedAsync();
        await Stories.ReleaseAsync(order, OrderStatus.Expired);
        Cafe.Time.Advance(TimeSpan.FromHours(1));
        await UnknownAsync();
        await ReconcileAsync();
        Cafe.Time.Advance(DoubtTerms.Patience);
        await ReconcileAsync();
        await Cafe.ClearFaultsAsync();

        Cafe.Time.Advance(DoubtTerms.AskingInterval - TimeSpan.FromSeconds(1));
        (await ReconcileAsync()).Orders.ShouldHaveSingleItem().Finding.ShouldBe(ReconcileFinding.InDoubt);
        Cafe.Time.Advance(TimeSpan.FromSeconds(1));
        (await ReconcileAsync()).Orders.ShouldHaveSingleItem().Finding.ShouldBe(ReconcileFinding.NoLateMoney);
        (await MatterKindsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, SettledAs.NotCaptured)]
    [InlineData(false, SettledAs.Captured)]
    [InlineData(false, SettledAs.Refunded)]
    public async Task Word_ThatKakaoPayClearlyContradicts_IsRefused(bool isCaptured, string settledAs)
    {
        var order = await Stories.AuthenticatedAsync(lines: TestMenu.Americano(1));
        if (isCaptured)
            await Stories.CaptureAsync(order);
        Cafe.StepFunctions.Failed(order.OrderId, Cafe.Time.GetUtcNow());
        Cafe.Time.Advance(TimeSpan.FromHours(1));

        (await Should.ThrowAsync<SettleRefusedException>(() => SettleAsync(order, settledAs)))
            .Message.ShouldContain(isCaptured ? "SUCCESS_PAYMENT" : "AUTH_PASSWORD");
        var after = await OrderAsync(order.OrderId);
        (after.SettledAs, after.IsOpen).ShouldBe((null, true));
    }

    /// <summary>The workflow compares the amount at every capture, and so it is with a person's word.</summary>
    [Theory]
    [InlineData(SettledAs.Captured)]
    [InlineData(SettledAs.Refunded)]
    public async Task Capture_OfAnotherAmount_IsNoSale(string settledAs)
    {
        var order = await Stories.AuthenticatedAsync(lines: TestMenu.Americano(1));
        await Cafe.FaultAsync(FaultOperation.Approve, FaultKind.AmountMismatch, fault => fault with { AmountWon = 1_000 });
        await Should.ThrowAsync<ApprovedAmountMismatchException>(() => Stories.CaptureAsync(order));
        Cafe.StepFunctions.Failed(order.OrderId, Cafe.Time.GetUtcNow());
        Cafe.Time.Advance(TimeSpan.FromHours(1));

        var settling = SettleAsync(order, settledAs);
        if (settledAs == SettledAs.Captured)
            (await Should.ThrowAsync<SettleRefusedException>(settling)).Message.ShouldContain("1000 won");
        else
            await settling;
        (await OrderAsync(order.OrderId)).Status.ShouldBe(settledAs == SettledAs.Captured ? OrderStatus.AwaitingPayment : OrderStatus.Refunded);
    }

    [Fact]
    public async Task Order_ThatNeedsNobody_IsLeftAlone()
    {
        var order = await Stories.PaidAsync(lines: TestMenu.Americano(1));
        (await SettleAsync(order, SettledAs.NotCaptured)).ShouldBe(SettleOutcome.NothingToSettle);
        (await OrderAsync(order.OrderId)).Status.ShouldBe(OrderStatus.Paid);
        await Should.ThrowAsync<OrderNotFoundException>(() => Steps.SettleOrder.RunAsync(Word(OrderId.Parse("none"), SettledAs.Captured), Token));
    }

    [Fact]
    public async Task SecondWord_ThatDiffers_IsRefusedAndNamesTheFirst()
    {
        var order = await AgreedAsync();
        await UnknownAsync();
        Cafe.Time.Advance(TimeSpan.FromHours(1));
        await SettleAsync(order, SettledAs.NotCaptured);
        (await Should.ThrowAsync<SettleRefusedException>(() => SettleAsync(order, SettledAs.Captured)))
            .Message.ShouldContain("kim has settled it as not-captured");
    }

    /// <summary>A person was sure that it was captured, the customer withdraws, and the money goes back by other means.</summary>
    [Fact]
    public async Task SecondWord_Refunded_TakesTheFirstOnesPlace()
    {
        var order = await AgreedAsync();
        await UnknownAsync();
        Cafe.Time.Advance(TimeSpan.FromHours(1));
        (await SettleAsync(order, SettledAs.Captured)).ShouldBe(SettleOutcome.Kept);
        await Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), "withdrawnAt", Attributes.Instant(Cafe.Time.GetUtcNow()));
        await Stories.ReviewAsync(order, "RefundPayment");

        (await SettleAsync(order, SettledAs.Refunded)).ShouldBe(SettleOutcome.Kept);
        (await OrderAsync(order.OrderId)).SettledAs.ShouldBe(SettledAs.Refunded);
        (await DeedsAsync(order)).ShouldBe(["settled", "settled", "resumed"]);
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

    private static async Task TooEarlyOrAsync(SettleOutcome? outcome, string refusal, Task<SettleOutcome> settling)
    {
        if (outcome is null)
            (await Should.ThrowAsync<SettleRefusedException>(settling)).Message.ShouldContain(refusal);
        else
            (await settling).ShouldBe(outcome.Value);
    }

    private Task<SettleOutcome> SettleAsync(TestOrder order, string settledAs) => Steps.SettleOrder.RunAsync(Word(order.OrderId, settledAs), Token);

    private static SettleRequest Word(OrderId orderId, string settledAs) => new(orderId, settledAs, "kim", "KakaoPay's page shows it");

    private Task<TestOrder> AgreedAsync() => Stories.AuthenticatedAsync(points: 500, lines: TestMenu.Americano(1));

    private Task UnknownAsync() => Cafe.FaultAsync(FaultOperation.Order, FaultKind.Refuse,
        fault => fault with { ErrorCode = KakaoPayErrorCode.NoSuchTransaction, Always = true });

    private async Task<List<string>> DeedsAsync(TestOrder order)
    {
        var item = (await Cafe.Services.Table.GetAsync(ItemKey.Order(order.OrderId), Token))!;
        return item.TryGetValue("operatorActions", out AttributeValue? actions)
            ? [.. actions.L.Select(action => action.M.Keys.Single(key => key is not ("at" or "by" or "why")))]
            : [];
    }
}
