namespace KakaoWorkflow.Tests.Workflow.Paying;

public sealed class RefundPaymentTests(DynoxideServer server) : CafeTest(server)
{
    [Fact]
    public async Task Run_Captured_GivesAllBack()
    {
        var order = await Stories.CapturedAsync(points: 1_000);
        (await RunAsync(order)).ShouldBe(new RefundedPayment(8_000));
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((8_000, 8_000));
    }

    [Fact]
    public async Task Run_AnotherAmountCaptured_GivesBackWhatWasCaptured()
    {
        var order = await Stories.AuthenticatedAsync();
        await Cafe.FaultAsync(FaultOperation.Approve, FaultKind.AmountMismatch, fault => fault with { AmountWon = 90_000 });
        await Should.ThrowAsync<ApprovedAmountMismatchException>(
            () => Steps.Approve.RunAsync(order.OrderId, order.Quote, order.Payment.Tid, mayHaveBeenSent: false, Token));

        (await RunAsync(order)).ShouldBe(new RefundedPayment(90_000));
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((90_000, 90_000));
    }

    [Fact]
    public async Task Run_PartlyCancelled_GivesTheRestBack()
    {
        var order = await Stories.CapturedAsync();
        await Stories.CancelElsewhereAsync(order, 2_500);
        (await RunAsync(order)).ShouldBe(new RefundedPayment(9_000));

        var sent = Cafe.KakaoPayWire.LastBody("cancel");
        (sent["cancel_amount"]!.GetValue<long>(), sent["cancel_available_amount"]!.GetValue<long>()).ShouldBe((6_500, 6_500));
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((9_000, 9_000));
    }

    [Fact]
    public async Task Run_PartlyCancelledAndNotToldWhatIsLeft_ReckonsIt()
    {
        var order = await Stories.CapturedAsync();
        await Stories.CancelElsewhereAsync(order, 2_500);
        Cafe.KakaoPayWire.Edit("order", answer => answer.Remove("cancel_available_amount"));

        (await RunAsync(order)).ShouldBe(new RefundedPayment(9_000));
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((9_000, 9_000));
    }

    [Fact]
    public async Task Run_PaidAndNotToldWhatIsLeft_GivesAllBack()
    {
        var order = await Stories.CapturedAsync();
        Cafe.KakaoPayWire.Edit("order", answer =>
        {
            answer.Remove("cancel_available_amount");
            answer.Remove("canceled_amount");
        });

        (await RunAsync(order)).ShouldBe(new RefundedPayment(9_000));
        Cafe.KakaoPayWire.LastBody("cancel")["cancel_amount"]!.GetValue<long>().ShouldBe(9_000);
    }

    [Fact]
    public async Task Run_CancelledBefore_OnlySaysSo()
    {
        var order = await Stories.CapturedAsync();
        await RunAsync(order);
        (await RunAsync(order)).ShouldBe(new RefundedPayment(9_000));

        Cafe.KakaoPayWire.Operations.Count(operation => operation == "cancel").ShouldBe(1);
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((9_000, 9_000));
    }

    [Fact]
    public async Task Run_FailedPayment_HasNothingToGiveBack()
    {
        var order = await Stories.AwaitingAsync();
        await OrderStories.AtKakaoPayAsync((customer, page) => customer.QuitAsync(page, Token), order);
        (await RunAsync(order)).ShouldBe(new RefundedPayment(0));
        Cafe.KakaoPayWire.Operations.ShouldNotContain("cancel");
    }

    /// <summary>The money is back by other means: KakaoPay, which refused before, may well take a cancel now.</summary>
    [Fact]
    public async Task Run_SettledAsRefunded_IsDoneAndSendsNothing()
    {
        var order = await SettledAsync(SettledAs.Refunded);
        (await RunAsync(order)).ShouldBe(new RefundedPayment(9_000));
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((9_000, 0));
    }

    [Fact]
    public async Task Run_SettledAsRefundedWhileItAsks_SendsNothing()
    {
        var order = await Stories.CapturedAsync();
        Cafe.KakaoPayWire.Before(
            "order", () => Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), "settledAs", Attributes.Text(SettledAs.Refunded)));

        await Should.ThrowAsync<PaymentInDoubtException>(() => RunAsync(order));
        (await RunAsync(order)).ShouldBe(new RefundedPayment(9_000));
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((9_000, 0));
        (await OrderAsync(order.OrderId)).CancelSentAt.ShouldBeNull();
    }

    [Fact]
    public async Task Run_BeforeItSends_WritesDownWhen()
    {
        var order = await Stories.CapturedAsync();
        Cafe.Time.Advance(TimeSpan.FromSeconds(7));
        Cafe.KakaoPayWire.Before("cancel", async () => (await OrderAsync(order.OrderId)).CancelSentAt.ShouldBe(Cafe.Time.GetUtcNow()));
        await RunAsync(order);
        Cafe.KakaoPayWire.Operations.ShouldContain("cancel");
    }

    /// <summary>The person was wrong, or the approval came late: what KakaoPay shows as captured goes back, or somebody hears of it.</summary>
    [Fact]
    public async Task Run_SettledAsNotCapturedThoughItIs_GivesItBack()
    {
        var order = await SettledAsync(SettledAs.NotCaptured);
        await Cafe.FaultAsync(FaultOperation.Cancel, FaultKind.ServerErrorBeforeCapture);
        await Should.ThrowAsync<PaymentInDoubtException>(() => RunAsync(order));
        (await RunAsync(order)).ShouldBe(new RefundedPayment(9_000));
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((9_000, 9_000));
    }

    [Theory]
    [InlineData(SettledAs.Refunded, 9_000)]
    [InlineData(SettledAs.NotCaptured, 0)]
    public async Task Run_SettledByAPersonWhileKakaoPayDoesNotTell_IsDone(string settledAs, long refundedWon)
    {
        var order = await SettledAsync(settledAs);
        await Cafe.FaultAsync(FaultOperation.Order, FaultKind.Refuse, fault => fault with { ErrorCode = KakaoPayErrorCode.NoSuchTransaction });
        (await RunAsync(order)).ShouldBe(new RefundedPayment(refundedWon));
        Cafe.KakaoPayWire.Operations.ShouldNotContain("cancel");
    }

    [Fact]
    public async Task Run_Pending_IsInDoubtSinceAnApprovalMayBeOnItsWay()
    {
        var order = await Stories.AuthenticatedAsync();
        await Should.ThrowAsync<PaymentInDoubtException>(() => RunAsync(order));
        Cafe.KakaoPayWire.Operations.ShouldNotContain("cancel");
    }

    [Fact]
    public async Task Run_UnknownStatus_IsInDoubt()
    {
        var order = await Stories.CapturedAsync();
        Cafe.KakaoPayWire.Edit("order", answer => answer["status"] = "NEW_STATUS");
        await Should.ThrowAsync<PaymentInDoubtException>(() => RunAsync(order));
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((9_000, 0));
    }

    [Theory]
    [InlineData(FaultOperation.Order, FaultKind.TimeoutBeforeCapture, 0)]
    [InlineData(FaultOperation.Order, FaultKind.ServerErrorBeforeCapture, 0)]
    [InlineData(FaultOperation.Cancel, FaultKind.TimeoutBeforeCapture, 0)]
    [InlineData(FaultOperation.Cancel, FaultKind.TimeoutAfterCapture, 9_000)]
    [InlineData(FaultOperation.Cancel, FaultKind.ServerErrorBeforeCapture, 0)]
    [InlineData(FaultOperation.Cancel, FaultKind.ServerErrorAfterCapture, 9_000)]
    [InlineData(FaultOperation.Cancel, FaultKind.DuplicateInProgress, 0)]
    public async Task Run_BadDay_IsInDoubtAndTheRepeatRefundsOnce(FaultOperation operation, FaultKind kind, long cancelledWon)
    {
        var order = await Stories.CapturedAsync();
        await Cafe.FaultAsync(operation, kind);

        await Should.ThrowAsync<PaymentInDoubtException>(() => RunAsync(order));
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((9_000, cancelledWon));
        (await RunAsync(order)).ShouldBe(new RefundedPayment(9_000));
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((9_000, 9_000));
    }

    [Fact]
    public async Task Run_RefusedForGood_IsStuckLoudly_AndTheRepeatRefundsOnce()
    {
        var order = await Stories.CapturedAsync();
        await Cafe.FaultAsync(FaultOperation.Cancel, FaultKind.Decline);

        await Should.ThrowAsync<RefundStuckException>(() => RunAsync(order));
        Cafe.KakaoPayWire.Operations.TakeLast(3).ShouldBe(["order", "cancel", "order"]);
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((9_000, 0));
        (await MatterKindsAsync()).ShouldBe([AttentionKind.RefundStuck]);

        (await RunAsync(order)).ShouldBe(new RefundedPayment(9_000));
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((9_000, 9_000));
        (await MatterKindsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_RefusedThoughTheMoneyIsBack_IsDoneSinceTheInquirySaysSo()
    {
        var order = await Stories.CapturedAsync();
        Cafe.KakaoPayWire.Before("cancel", () => Stories.CancelElsewhereAsync(order, 9_000));
        (await RunAsync(order)).ShouldBe(new RefundedPayment(9_000));
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((9_000, 9_000));
    }

    [Theory]
    [InlineData(30 * 60, false)]
    [InlineData((30 * 60) + 1, true)]
    public async Task Run_KakaoPayDoesNotAnswer_WaitsForAPersonAfterAWhile(int seconds, bool isLoud)
    {
        var order = await Stories.CapturedAsync();
        await Cafe.FaultAsync(FaultOperation.Order, FaultKind.ServerErrorBeforeCapture);
        Cafe.Time.Advance(TimeSpan.FromSeconds(seconds));
        await Should.ThrowAsync<PaymentInDoubtException>(() => RunAsync(order));
        (await MatterKindsAsync()).Count.ShouldBe(isLoud ? 1 : 0);
    }

    [Fact]
    public async Task Run_CancelThatLandsAfterTheAnswerWasLost_IsNotSentTwice()
    {
        var order = await Stories.CapturedAsync();
        await Cafe.FaultAsync(FaultOperation.Cancel, FaultKind.Zombie, fault => fault with { DelayMs = 60_000 });
        await Should.ThrowAsync<PaymentInDoubtException>(() => RunAsync(order));
        await Should.ThrowAsync<PaymentInDoubtException>(() => RunAsync(order));

        Cafe.Time.Advance(TimeSpan.FromMinutes(1));
        (await RunAsync(order)).ShouldBe(new RefundedPayment(9_000));
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((9_000, 9_000));
    }

    [Fact]
    public async Task Run_OvertakenByAnotherCancel_IsInDoubtAndTheRepeatGivesTheRestBack()
    {
        var order = await Stories.CapturedAsync();
        Cafe.KakaoPayWire.Before("cancel", () => Stories.CancelElsewhereAsync(order, 4_500));

        await Should.ThrowAsync<PaymentInDoubtException>(() => RunAsync(order));
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((9_000, 4_500));
        (await RunAsync(order)).ShouldBe(new RefundedPayment(9_000));
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((9_000, 9_000));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task Run_PaidWithoutAnythingLeft_IsInDoubtAndSendsNothing(long leftWon, bool isInDoubt)
    {
        var order = await Stories.CapturedAsync();
        Cafe.KakaoPayWire.Edit("order", answer => answer["cancel_available_amount"]!["total"] = leftWon);
        var error = await Should.ThrowAsync<PaymentInDoubtException>(() => RunAsync(order));
        error.Message.Contains("0 won of it are left", StringComparison.Ordinal).ShouldBe(isInDoubt);
        Cafe.KakaoPayWire.Operations.Contains("cancel").ShouldBe(!isInDoubt);
    }

    [Fact]
    public async Task Run_RefundThenRelease_LeavesTheBooksAsBeforeTheOrder()
    {
        var order = await Stories.CapturedAsync(points: 1_000);
        await RunAsync(order);
        await Steps.Release.RunAsync(order.OrderId, "REFUNDED", cancellationToken: Token);

        (await PointsAsync(order.Member)).ShouldBe((1_000, 0));
        await Cafe.Books.BalanceWithMoneyAsync();
    }

    private Task<RefundedPayment> RunAsync(TestOrder order) => Steps.Refund.RunAsync(order.OrderId, order.Payment.Tid, Token);

    private async Task<TestOrder> SettledAsync(string settledAs)
    {
        var order = await Stories.CapturedAsync();
        await Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), "settledAs", Attributes.Text(settledAs));
        return order;
    }
}
