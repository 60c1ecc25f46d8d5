namespace KakaoWorkflow.Tests.Workflow.Paying;

public sealed class ApprovePaymentTests(DynoxideServer server) : CafeTest(server)
{
    [Fact]
    public async Task Run_Authenticated_CapturesTheAmountDue()
    {
        var order = await Stories.AuthenticatedAsync(points: 1_000);
        var approval = await RunAsync(order, mayHaveBeenSent: false);

        approval.AmountWon.ShouldBe(8_000);
        approval.Aid.ShouldNotBeNullOrEmpty();
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((8_000, 0));
        Cafe.KakaoPayWire.Operations.ShouldBe(["ready", "approve"]);
        Cafe.KakaoPayWire.LastBody("approve")["total_amount"]!.GetValue<long>().ShouldBe(8_000);
    }

    [Fact]
    public async Task Run_CapturedBefore_AnswersTheSameCaptureWithoutSendingAgain()
    {
        var order = await Stories.CapturedAsync();
        (await RunAsync(order, mayHaveBeenSent: true)).ShouldBe(order.Approval);

        (await Cafe.Books.MoneyAsync(order)).ShouldBe((9_000, 0));
        Cafe.KakaoPayWire.Operations.ShouldBe(["ready", "approve", "order"]);
    }

    [Fact]
    public async Task Run_CapturedByARunThatNobodyKnowsOf_IsFoundByInquiry()
    {
        var order = await Stories.CapturedAsync();
        (await RunAsync(order, mayHaveBeenSent: false)).ShouldBe(order.Approval);
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((9_000, 0));
    }

    [Fact]
    public async Task Run_MayHaveBeenSentButWasNot_AsksAndThenSends()
    {
        var order = await Stories.AuthenticatedAsync();
        (await RunAsync(order, mayHaveBeenSent: true)).AmountWon.ShouldBe(9_000);
        Cafe.KakaoPayWire.Operations.ShouldBe(["ready", "order", "approve"]);
    }

    [Fact]
    public async Task Run_MayHaveBeenSentAndKakaoPayDoesNotSay_SendsNothing()
    {
        var order = await Stories.AuthenticatedAsync();
        await Cafe.FaultAsync(FaultOperation.Order, FaultKind.TimeoutBeforeCapture);

        await Should.ThrowAsync<PaymentInDoubtException>(() => RunAsync(order, mayHaveBeenSent: true));
        Cafe.KakaoPayWire.Operations.ShouldNotContain("approve");
    }

    [Fact]
    public async Task Run_WithdrawnBeforeAnythingWasSent_AsksAndSendsNoApproval()
    {
        var order = await Stories.AuthenticatedAsync();
        await Steps.Park.WithdrawAsync(order.OrderId, Token);

        await Should.ThrowAsync<OrderWithdrawnException>(() => RunAsync(order, mayHaveBeenSent: false));
        Cafe.KakaoPayWire.Operations.ShouldBe(["ready", "order"]);
    }

    [Fact]
    public async Task Run_WithdrawnAfterACapture_TellsOfTheCaptureSoThatItIsRefunded()
    {
        var order = await Stories.CapturedAsync();
        await Steps.Park.WithdrawAsync(order.OrderId, Token);
        (await RunAsync(order, mayHaveBeenSent: true)).ShouldBe(order.Approval);
    }

    [Fact]
    public async Task Run_WithdrawnWhileAnApprovalMayBeOnItsWay_AsksAndNeverSends()
    {
        var order = await Stories.AuthenticatedAsync();
        await Steps.Park.WithdrawAsync(order.OrderId, Token);
        await Should.ThrowAsync<PaymentInDoubtException>(() => RunAsync(order, mayHaveBeenSent: true));
        Cafe.KakaoPayWire.Operations.ShouldBe(["ready", "order"]);
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Run_SettledByAPerson_AsksAndNeverSends()
    {
        var order = await Stories.AuthenticatedAsync();
        await SetAsync(order, "settledAs", SettledAs.NotCaptured);
        await Should.ThrowAsync<PaymentInDoubtException>(() => RunAsync(order, mayHaveBeenSent: false));
        Cafe.KakaoPayWire.Operations.ShouldBe(["ready", "order"]);
    }

    [Fact]
    public async Task Run_NoPgToken_SendsNothingAndWaitsForOne()
    {
        var order = await Stories.AwaitingAsync();
        await Should.ThrowAsync<PgTokenRefusedException>(() => RunAsync(order, mayHaveBeenSent: false));
        Cafe.KakaoPayWire.Operations.ShouldBe(["ready"]);
    }

    [Fact]
    public async Task WrongTokenFirst_IsTakenAwayWithoutALeak_AndTheRightOneIsUsed()
    {
        var order = await Stories.AwaitingAsync();
        await Stories.PayAsync(order);
        await Steps.Park.ApproveAsync(order.OrderId, new PgToken("wrong-pg-token-SECRET"), Token);

        (await Should.ThrowAsync<PgTokenRefusedException>(() => RunAsync(order, mayHaveBeenSent: false)))
            .Message.ShouldNotContain("SECRET");
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((0, 0));
        var waiting = await OrderAsync(order.OrderId);
        (waiting.PgToken, waiting.CallbackKind, waiting.CallbackAt, waiting.IsOpen).ShouldBe((null, null, null, true));

        await Steps.Await.RunAsync(order.OrderId, order.Payment, new("second-token"), Token);
        await Steps.Park.ApproveAsync(order.OrderId, new PgToken(Stories.PgTokens.Single()), Token);
        (await RunAsync(order, mayHaveBeenSent: true)).AmountWon.ShouldBe(9_000);
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((9_000, 0));
    }

    [Fact]
    public async Task Run_TokenRefusedWhileANewerOneCame_LeavesTheNewerOne()
    {
        var order = await Stories.AwaitingAsync();
        var right = await Stories.PayAsync(order);
        await Steps.Park.ApproveAsync(order.OrderId, new PgToken("wrong"), Token);
        Cafe.KakaoPayWire.Before("approve", () => SetAsync(order, "pgToken", right.Value));

        await Should.ThrowAsync<PgTokenRefusedException>(() => RunAsync(order, mayHaveBeenSent: false));
        (await RunAsync(order, mayHaveBeenSent: true)).AmountWon.ShouldBe(9_000);
    }

    /// <summary>What KakaoPay refuses for good ends the order at once, since an inquiry shows that nothing was captured.</summary>
    [Theory]
    [InlineData(KakaoPayErrorCode.WrongOrderId, typeof(PaymentDeclinedException))]
    [InlineData(KakaoPayErrorCode.WrongApproveAmount, typeof(PaymentDeclinedException))]
    [InlineData(KakaoPayErrorCode.AboveLimit, typeof(PaymentDeclinedException))]
    [InlineData(KakaoPayErrorCode.RequestExpired, typeof(PaymentExpiredException))]
    [InlineData(KakaoPayErrorCode.NotAuthenticatedYet, typeof(PgTokenRefusedException))]
    [InlineData(KakaoPayErrorCode.WrongPgToken, typeof(PgTokenRefusedException))]
    [InlineData(KakaoPayErrorCode.BadKey, typeof(PaymentInDoubtException))]
    [InlineData(KakaoPayErrorCode.QuotaExceeded, typeof(PaymentInDoubtException))]
    [InlineData(KakaoPayErrorCode.NoSuchTransaction, typeof(PaymentInDoubtException))]
    [InlineData(-799, typeof(PaymentInDoubtException))]
    public async Task Run_Refused_AsksAtOnceAndEndsWhatIsRefusedForGood(int code, Type error)
    {
        var order = await Stories.AuthenticatedAsync();
        await Cafe.FaultAsync(FaultOperation.Approve, FaultKind.Refuse, fault => fault with { ErrorCode = code });

        (await Should.ThrowAsync<Exception>(() => RunAsync(order, mayHaveBeenSent: false))).ShouldBeOfType(error);
        Cafe.KakaoPayWire.Operations.ShouldBe(["ready", "approve", "order"]);
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData(KakaoPayErrorCode.WrongOrderId)]
    [InlineData(KakaoPayErrorCode.WrongPgToken)]
    [InlineData(KakaoPayErrorCode.RequestExpired)]
    public async Task Run_RefusedForGoodThoughCaptured_IsTheCaptureThatTheInquiryShows(int code)
    {
        var order = await Stories.CapturedAsync();
        await Cafe.FaultAsync(FaultOperation.Approve, FaultKind.Refuse, fault => fault with { ErrorCode = code });
        (await RunAsync(order, mayHaveBeenSent: false)).ShouldBe(order.Approval);
    }

    [Fact]
    public async Task Run_CidWasChangedMeanwhile_UsesTheOneOfTheOrder()
    {
        var order = await Stories.AuthenticatedAsync();
        (Cafe.Variables["KAKAOPAY_CID"], Cafe.Variables["KAKAOPAY_CID_SECRET"]) = ("CHANGED001", "abcdefghijklmnopqrstuvwx");
        Cafe.Restart();
        (await RunAsync(order, mayHaveBeenSent: true)).AmountWon.ShouldBe(9_000);
        await Steps.Refund.RunAsync(order.OrderId, order.Payment.Tid, Token);

        foreach (var operation in new[] { "order", "approve", "cancel" })
        {
            var sent = Cafe.KakaoPayWire.LastBody(operation);
            (sent["cid"]!.GetValue<string>(), sent["cid_secret"]).ShouldBe(("TC0ONETIME", null));
        }
    }

    [Theory]
    [InlineData("NEW_STATUS", typeof(PaymentInDoubtException))]
    [InlineData("PART_CANCEL_PAYMENT", typeof(PaymentInDoubtException))]
    [InlineData("CANCEL_PAYMENT", typeof(PaymentDeclinedException))]
    [InlineData("QUIT_PAYMENT", typeof(PaymentDeclinedException))]
    [InlineData("FAIL_AUTH_PASSWORD", typeof(PaymentDeclinedException))]
    [InlineData("FAIL_PAYMENT", typeof(PaymentDeclinedException))]
    public async Task Run_InquiryShowsAnotherStatus_IsNoCaptureAndSendsNothing(string status, Type error)
    {
        var order = await Stories.AuthenticatedAsync();
        Cafe.KakaoPayWire.Edit("order", answer => answer["status"] = status);

        (await Should.ThrowAsync<Exception>(() => RunAsync(order, mayHaveBeenSent: true))).ShouldBeOfType(error);
        Cafe.KakaoPayWire.Operations.ShouldNotContain("approve");
    }

    [Fact]
    public async Task Run_ApproveAndInquiryLost_IsInDoubtUntilARepeatKnows()
    {
        var order = await Stories.AuthenticatedAsync();
        await Cafe.FaultAsync(FaultOperation.Approve, FaultKind.TimeoutAfterCapture);
        await Cafe.FaultAsync(FaultOperation.Order, FaultKind.ServerErrorBeforeCapture);

        await Should.ThrowAsync<PaymentInDoubtException>(() => RunAsync(order, mayHaveBeenSent: false));
        (await RunAsync(order, mayHaveBeenSent: true)).AmountWon.ShouldBe(9_000);
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((9_000, 0));
    }

    [Fact]
    public async Task Run_SlowApproval_IsWaitedFor()
    {
        var order = await Stories.AuthenticatedAsync();
        await Cafe.FaultAsync(FaultOperation.Approve, FaultKind.Slow, fault => fault with { DelayMs = 9_000 });

        var running = RunAsync(order, mayHaveBeenSent: false);
        await Cafe.Time.RunUntilAsync(TimeSpan.FromSeconds(1), running);
        (await running).AmountWon.ShouldBe(9_000);
    }

    [Fact]
    public async Task Run_CaptureThatLandsAfterTheAnswerWasLost_IsFoundLater()
    {
        var order = await Stories.AuthenticatedAsync();
        await Cafe.FaultAsync(FaultOperation.Approve, FaultKind.Zombie, fault => fault with { DelayMs = 60_000 });
        await Should.ThrowAsync<PaymentInDoubtException>(() => RunAsync(order, mayHaveBeenSent: false));

        await Should.ThrowAsync<PaymentInDoubtException>(() => RunAsync(order, mayHaveBeenSent: true));
        Cafe.Time.Advance(TimeSpan.FromMinutes(1));
        (await RunAsync(order, mayHaveBeenSent: true)).AmountWon.ShouldBe(9_000);
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((9_000, 0));
    }

    [Fact]
    public async Task Run_NoOrder_IsAnError()
    {
        var order = await Stories.AuthenticatedAsync();
        await Cafe.Table.DeleteAsync(ItemKey.Order(order.OrderId));
        await Should.ThrowAsync<OrderNotFoundException>(() => RunAsync(order, mayHaveBeenSent: false));
    }

    private Task SetAsync(TestOrder order, string name, string value) =>
        Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), name, Attributes.Text(value));

    private Task<ApprovedPayment> RunAsync(TestOrder order, bool mayHaveBeenSent) =>
        Steps.Approve.RunAsync(order.OrderId, order.Quote, order.Payment.Tid, mayHaveBeenSent, Token);
}
