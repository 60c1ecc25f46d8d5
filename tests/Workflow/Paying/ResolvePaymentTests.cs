namespace KakaoWorkflow.Tests.Workflow.Paying;

/// <summary>What the inquiry answers; how it follows on each failed approval is in <see cref="ApproveFaultTests"/>.</summary>
public sealed class ResolvePaymentTests(DynoxideServer server) : CafeTest(server)
{
    [Fact]
    public async Task Run_Captured_AnswersTheCaptureEachTime()
    {
        var order = await Stories.CapturedAsync(points: 1_000);
        (await RunAsync(order)).ShouldBe(order.Approval);
        (await RunAsync(order)).ShouldBe(order.Approval);
        Cafe.KakaoPayWire.Operations.ShouldBe(["ready", "approve", "order", "order"]);
    }

    [Fact]
    public async Task Run_CapturedButNoActionNamed_HasNoApprovalId()
    {
        var order = await Stories.CapturedAsync();
        Cafe.KakaoPayWire.Edit("order", answer => answer.Remove("payment_action_details"));
        (await RunAsync(order)).ShouldBe(new ApprovedPayment(null, 9_000));
    }

    [Theory]
    [InlineData(0, typeof(PaymentNotCapturedException))]
    [InlineData(17 * 60, typeof(PaymentNotCapturedException))]
    [InlineData((17 * 60) + 1, typeof(PaymentExpiredException))]
    public async Task Run_Pending_IsOverAfterKakaoPaysTime(int seconds, Type error)
    {
        var order = await Stories.AuthenticatedAsync();
        Cafe.Time.Advance(TimeSpan.FromSeconds(seconds));
        (await Should.ThrowAsync<Exception>(() => RunAsync(order))).ShouldBeOfType(error);
    }

    [Fact]
    public async Task Run_AnotherAmountCaptured_IsAMismatch()
    {
        var order = await Stories.CapturedAsync();
        var other = order with { Quote = order.Quote with { AmountDueWon = 8_999 } };
        (await Should.ThrowAsync<ApprovedAmountMismatchException>(() => RunAsync(other))).Message.ShouldContain("9000");
    }

    [Theory]
    [InlineData(FaultKind.TimeoutBeforeCapture)]
    [InlineData(FaultKind.TimeoutAfterCapture)]
    [InlineData(FaultKind.ServerErrorBeforeCapture)]
    public async Task Run_KakaoPayDoesNotAnswer_IsInDoubtHoweverLateItIs(FaultKind kind)
    {
        var order = await Stories.CapturedAsync();
        Cafe.Time.Advance(TimeSpan.FromDays(3));
        await Cafe.FaultAsync(FaultOperation.Order, kind);
        await Should.ThrowAsync<PaymentInDoubtException>(() => RunAsync(order));
        (await RunAsync(order)).ShouldBe(order.Approval);
    }

    [Theory]
    [InlineData("NEW_STATUS")]
    [InlineData("PART_CANCEL_PAYMENT")]
    public async Task Run_StatusThatDecidesNothing_IsInDoubtHoweverLateItIs(string status)
    {
        var order = await Stories.AuthenticatedAsync();
        Cafe.Time.Advance(TimeSpan.FromDays(3));
        Cafe.KakaoPayWire.Edit("order", answer => answer["status"] = status);
        (await Should.ThrowAsync<PaymentInDoubtException>(() => RunAsync(order))).Message.ShouldContain(status);
    }

    [Fact]
    public async Task Run_AnswerForAnotherTransaction_IsInDoubt()
    {
        var order = await Stories.CapturedAsync();
        Cafe.KakaoPayWire.Edit("order", answer => answer["tid"] = "T0000000000000000000");
        await Should.ThrowAsync<PaymentInDoubtException>(() => RunAsync(order));
    }

    [Theory]
    [InlineData("SUCCESS_PAYMENT")]
    [InlineData("READY")]
    [InlineData("QUIT_PAYMENT")]
    public async Task Run_AnswerForAnotherOrder_IsInDoubtWhateverItSays(string status)
    {
        var order = await Stories.CapturedAsync();
        Cafe.KakaoPayWire.Edit("order", answer =>
        {
            answer["partner_order_id"] = "0301-AAAAAAAA";
            answer["status"] = status;
        });
        (await Should.ThrowAsync<PaymentInDoubtException>(() => RunAsync(order))).Message.ShouldNotContain("0301-AAAAAAAA");
    }

    /// <summary>Each doubt has an age after which a person knows of it, while it is still asked; the answer takes the matter away.</summary>
    [Theory]
    [InlineData(30 * 60, false)]
    [InlineData((30 * 60) + 1, true)]
    public async Task Run_InDoubtForLong_WaitsForAPersonUntilKakaoPayKnows(int seconds, bool isLoud)
    {
        var order = await Stories.CapturedAsync();
        await Cafe.FaultAsync(FaultOperation.Order, FaultKind.ServerErrorBeforeCapture);
        Cafe.Time.Advance(TimeSpan.FromSeconds(seconds));
        await Should.ThrowAsync<PaymentInDoubtException>(() => RunAsync(order));
        (await MatterKindsAsync()).ShouldBe(isLoud ? [AttentionKind.PaymentInDoubt] : []);

        (await RunAsync(order)).ShouldBe(order.Approval);
        (await MatterKindsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_InDoubtForLongAndThenAnotherAmount_WaitsForAPersonNoMore()
    {
        var order = await Stories.CapturedAsync();
        await Cafe.FaultAsync(FaultOperation.Order, FaultKind.ServerErrorBeforeCapture);
        Cafe.Time.Advance(DoubtTerms.Patience + TimeSpan.FromSeconds(1));
        await Should.ThrowAsync<PaymentInDoubtException>(() => RunAsync(order));

        var other = order with { Quote = order.Quote with { AmountDueWon = 8_999 } };
        await Should.ThrowAsync<ApprovedAmountMismatchException>(() => RunAsync(other));
        (await MatterKindsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(SettledAs.Captured, null)]
    [InlineData(SettledAs.NotCaptured, typeof(PaymentExpiredException))]
    [InlineData(SettledAs.Refunded, typeof(PaymentGivenBackException))]
    public async Task Run_SettledByAPerson_TakesTheWordWhereKakaoPayDoesNotKnow(string settledAs, Type? error)
    {
        var order = await Stories.AuthenticatedAsync();
        await SettleAsync(order, settledAs);
        await Cafe.FaultAsync(FaultOperation.Order, FaultKind.Refuse, fault => fault with { ErrorCode = KakaoPayErrorCode.NoSuchTransaction });

        if (error is null)
            (await RunAsync(order)).ShouldBe(new ApprovedPayment(null, 9_000));
        else
            (await Should.ThrowAsync<Exception>(() => RunAsync(order))).ShouldBeOfType(error);
    }

    [Fact]
    public async Task Run_SettledByAPersonWhileKakaoPayKnowsBetter_BelievesKakaoPay()
    {
        var order = await Stories.CapturedAsync();
        await SettleAsync(order, SettledAs.NotCaptured);
        (await RunAsync(order)).ShouldBe(order.Approval);
    }

    [Fact]
    public async Task Run_SettledAsNotCapturedWhilePending_EndsIt()
    {
        var order = await Stories.AuthenticatedAsync();
        await SettleAsync(order, SettledAs.NotCaptured);
        await Should.ThrowAsync<PaymentExpiredException>(() => RunAsync(order));
    }

    [Theory]
    [InlineData(17 * 60, typeof(PaymentNotCapturedException))]
    [InlineData((17 * 60) + 1, typeof(OrderWithdrawnException))]
    public async Task Run_WithdrawnAndPending_EndsAsWithdrawnOnceKakaoPaysTimeIsOver(int seconds, Type error)
    {
        var order = await Stories.AuthenticatedAsync();
        await Steps.Park.WithdrawAsync(order.OrderId, Token);
        Cafe.Time.Advance(TimeSpan.FromSeconds(seconds));
        (await Should.ThrowAsync<Exception>(() => RunAsync(order))).ShouldBeOfType(error);
    }

    private Task SettleAsync(TestOrder order, string settledAs) =>
        Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), "settledAs", Attributes.Text(settledAs));

    private Task<ApprovedPayment> RunAsync(TestOrder order) =>
        Steps.Resolve.RunAsync(order.OrderId, order.Quote, order.Payment, Token);
}
