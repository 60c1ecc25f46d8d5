namespace KakaoWorkflow.Tests.Workflow.Callbacks;

public sealed class SettleCallbackTests(DynoxideServer server) : CafeTest(server)
{
    [Fact]
    public async Task Run_Approval_LetsTheExecutionGoOn()
    {
        var order = await Stories.AuthenticatedAsync();
        (await RunAsync(order, CallbackKind.Approved)).ShouldBe(CallbackSettlement.Settled);

        var (operation, request) = Cafe.StepFunctions.Calls.ShouldHaveSingleItem();
        operation.ShouldBe("SendTaskSuccess");
        request["taskToken"]!.GetValue<string>().ShouldBe(OrderStories.TaskToken);
        request["output"]!.GetValue<string>().ShouldBe("""{"kind":"approved"}""");
    }

    [Theory]
    [InlineData(CallbackKind.Cancelled)]
    [InlineData(CallbackKind.Failed)]
    [InlineData(CallbackKind.Withdrawn)]
    public async Task Run_AnyMessageAboutAnApprovedOrder_IsItsApproval(string kind)
    {
        var order = await Stories.AuthenticatedAsync();
        (await RunAsync(order, kind)).ShouldBe(CallbackSettlement.Settled);
        Cafe.StepFunctions.Calls.ShouldHaveSingleItem().Operation.ShouldBe("SendTaskSuccess");
    }

    [Theory]
    [InlineData("quit", CallbackKind.Cancelled, SettleCallback.PaymentQuit)]
    [InlineData("quit", CallbackKind.Failed, SettleCallback.PaymentQuit)]
    [InlineData("fail", CallbackKind.Failed, SettleCallback.PaymentFailed)]
    [InlineData("fail", CallbackKind.Cancelled, SettleCallback.PaymentFailed)]
    public async Task Run_CancelOrFailure_IsWhatKakaoPayShowsAndNotWhatTheRedirectSaid(string tap, string kind, string error)
    {
        var order = await Stories.AwaitingAsync();
        await TapAsync(order, tap);

        (await RunAsync(order, kind)).ShouldBe(CallbackSettlement.Settled);
        await FailedWithAsync(error);
    }

    [Theory]
    [InlineData(CallbackKind.Cancelled)]
    [InlineData(CallbackKind.Failed)]
    [InlineData(CallbackKind.Approved)]
    public async Task Run_KakaoPayShowsNoEnd_LetsTheCustomerStillPay(string kind)
    {
        var order = await Stories.AwaitingAsync();
        await TapAsync(order, "back");

        (await RunAsync(order, kind)).ShouldBe(CallbackSettlement.LooksAgain);
        (await RunAsync(order, kind, Looks)).ShouldBe(CallbackSettlement.NotConfirmed);
        Cafe.StepFunctions.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_ForgedCancelOfACapturedPayment_IsNotBelieved()
    {
        var order = await Stories.AwaitingAsync();
        Cafe.KakaoPayWire.Edit("order", answer => answer["status"] = "SUCCESS_PAYMENT");
        (await RunAsync(order, CallbackKind.Cancelled, Looks)).ShouldBe(CallbackSettlement.NotConfirmed);
    }

    [Fact]
    public async Task Run_QuitThatKakaoPayShowsLater_IsFoundByALaterLook()
    {
        var order = await Stories.AwaitingAsync();
        await Steps.Park.HintAsync(order.OrderId, CallbackKind.Cancelled, Token);
        await Cafe.CallbacksAsync();
        for (var looks = 0; looks < Looks; looks++)
        {
            (await RunAsync(order, CallbackKind.Cancelled, looks)).ShouldBe(CallbackSettlement.LooksAgain);
            var sent = Cafe.AwsWire.LastBody("SendMessage");
            sent["DelaySeconds"]!.GetValue<int>().ShouldBe((int)SettleCallback.LookAgainAfter[looks].TotalSeconds);
            sent["MessageBody"]!.GetValue<string>().ShouldBe($$"""{"orderId":"{{order.OrderId}}","kind":"cancelled","looks":{{looks + 1}}}""");
        }
        await TapAsync(order, "quit");

        (await RunAsync(order, CallbackKind.Cancelled, Looks)).ShouldBe(CallbackSettlement.Settled);
        await FailedWithAsync(SettleCallback.PaymentQuit);
    }

    [Fact]
    public void LookAgainAfter_IsSoonAtFirst_AndForAboutTwoMinutes() =>
        SettleCallback.LookAgainAfter.Select(pause => pause.TotalSeconds).ShouldBe([2, 5, 15, 30, 60]);

    [Fact]
    public async Task Run_QuitThatKakaoPayNeverShows_IsForgottenAfterTheLastLook()
    {
        var order = await Stories.AwaitingAsync();
        await Steps.Park.HintAsync(order.OrderId, CallbackKind.Cancelled, Token);
        var messages = Cafe.AwsWire.Operations.Count(operation => operation == "SendMessage");

        (await RunAsync(order, CallbackKind.Cancelled, Looks)).ShouldBe(CallbackSettlement.NotConfirmed);

        Cafe.AwsWire.Operations.Count(operation => operation == "SendMessage").ShouldBe(messages);
        var after = await OrderAsync(order.OrderId);
        (after.CallbackKind, after.CallbackAt, after.IsOpen).ShouldBe((null, null, true));
    }

    /// <summary>Another tap on "cancel" came during the last look: it gets looks of its own.</summary>
    [Fact]
    public async Task Run_NewerQuitDuringTheLastLook_Stays()
    {
        var order = await Stories.AwaitingAsync();
        await Steps.Park.HintAsync(order.OrderId, CallbackKind.Cancelled, Token);
        Cafe.DynamoDbWire.Before("UpdateItem", () => Cafe.Table.SetAsync(
            ItemKey.Order(order.OrderId), "callbackAt", Attributes.Instant(Cafe.Time.GetUtcNow().AddSeconds(1))));
        await new SpentCallback(Cafe.Services.Table).ForgetHintAsync(await OrderAsync(order.OrderId), Token);
        (await OrderAsync(order.OrderId)).CallbackKind.ShouldBe(CallbackKind.Cancelled);
    }

    [Fact]
    public async Task Run_ApprovalThatCameDuringTheLastLook_Stays()
    {
        var order = await Stories.AwaitingAsync();
        await Steps.Park.HintAsync(order.OrderId, CallbackKind.Cancelled, Token);
        Cafe.KakaoPayWire.Before("order", () => Steps.Park.ApproveAsync(order.OrderId, new("pg-token-SECRET"), Token));

        (await RunAsync(order, CallbackKind.Cancelled, Looks)).ShouldBe(CallbackSettlement.NotConfirmed);
        (await OrderAsync(order.OrderId)).CallbackKind.ShouldBe(CallbackKind.Approved);
    }

    [Theory]
    [InlineData(FaultKind.TimeoutBeforeCapture)]
    [InlineData(FaultKind.ServerErrorBeforeCapture)]
    public async Task Run_KakaoPayDoesNotAnswer_LooksAgainAndIsDeliveredAgainInTheEnd(FaultKind kind)
    {
        var order = await Stories.AwaitingAsync();
        await TapAsync(order, "quit");
        await Cafe.FaultAsync(FaultOperation.Order, kind);
        (await RunAsync(order, CallbackKind.Cancelled, Looks - 1)).ShouldBe(CallbackSettlement.LooksAgain);

        await Cafe.FaultAsync(FaultOperation.Order, kind);
        await Should.ThrowAsync<PaymentInDoubtException>(() => RunAsync(order, CallbackKind.Cancelled, Looks));
        Cafe.StepFunctions.Calls.ShouldBeEmpty();
        (await RunAsync(order, CallbackKind.Cancelled)).ShouldBe(CallbackSettlement.Settled);
    }

    [Fact]
    public async Task Run_Withdrawal_HoldsWhateverElseCame()
    {
        var order = await Stories.AuthenticatedAsync();
        await Steps.Park.WithdrawAsync(order.OrderId, Token);

        (await RunAsync(order, CallbackKind.Approved)).ShouldBe(CallbackSettlement.Settled);
        await FailedWithAsync(SettleCallback.OrderWithdrawn);
    }

    [Theory]
    [InlineData("TaskTimedOut")]
    [InlineData("TaskDoesNotExist")]
    public async Task Run_TokenUsedUp_IsDone(string code)
    {
        var order = await Stories.AuthenticatedAsync();
        Cafe.StepFunctions.Refuse(code);
        (await RunAsync(order, CallbackKind.Approved)).ShouldBe(CallbackSettlement.TokenUsedUp);

        // Nobody sends further messages about a token that is not there.
        (await OrderAsync(order.OrderId)).TaskToken.ShouldBeNull();
        await Steps.Park.WithdrawAsync(order.OrderId, Token);
        (await RunAsync(order, CallbackKind.Withdrawn)).ShouldBe(CallbackSettlement.NotWaitingYet);
        Cafe.StepFunctions.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Run_TokenUsedUpWhileANewerOneIsStored_KeepsTheNewerOne()
    {
        var order = await Stories.AuthenticatedAsync();
        Cafe.StepFunctions.OnCall = async (_, _) =>
        {
            await Steps.Await.RunAsync(order.OrderId, order.Payment, new("TASK-TOKEN-newer-SECRET"), Token);
            throw new KakaoWorkflow.Emulator.AwsJson.AwsJsonException("TaskTimedOut", "Refused by the test.");
        };
        (await RunAsync(order, CallbackKind.Approved)).ShouldBe(CallbackSettlement.TokenUsedUp);
        (await OrderAsync(order.OrderId)).TaskToken.ShouldBe(new Credential("TASK-TOKEN-newer-SECRET"));
    }

    [Fact]
    public async Task Run_StepFunctionsRefusesOtherwise_IsDeliveredAgain()
    {
        var order = await Stories.AuthenticatedAsync();
        Cafe.StepFunctions.Refuse("InvalidToken");
        await Should.ThrowAsync<Amazon.StepFunctions.AmazonStepFunctionsException>(() => RunAsync(order, CallbackKind.Approved));
    }

    [Fact]
    public async Task Run_NotWaitingYet_IsLeftToAwaitApproval()
    {
        var order = await Stories.ReservedAsync();
        await Steps.Park.WithdrawAsync(order.OrderId, Token);
        (await RunAsync(order, CallbackKind.Withdrawn)).ShouldBe(CallbackSettlement.NotWaitingYet);
        Cafe.StepFunctions.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_InReview_DoesNotUseTheOperatorsToken()
    {
        var order = await Stories.AuthenticatedAsync();
        await Stories.ReviewAsync(order, "ResolvePayment");
        (await RunAsync(order, CallbackKind.Approved)).ShouldBe(CallbackSettlement.NotWaitingYet);
        Cafe.StepFunctions.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(OrderStatus.Cancelled)]
    [InlineData(OrderStatus.Expired)]
    public async Task Run_EndedOrder_IsDone(string ending)
    {
        var order = await Stories.EndedAsync(ending);
        (await RunAsync(order, CallbackKind.Approved)).ShouldBe(CallbackSettlement.OrderEnded);
    }

    [Fact]
    public async Task Run_PaidOrder_IsDone() =>
        (await RunAsync(await Stories.PaidAsync(), CallbackKind.Cancelled)).ShouldBe(CallbackSettlement.OrderEnded);

    [Fact]
    public async Task Run_NoOrder_IsDone() =>
        (await RunAsync(new TestOrder(null!, OrderId.Parse("0301-NOWHERE1")), CallbackKind.Approved)).ShouldBe(CallbackSettlement.NoSuchOrder);

    private static int Looks => SettleCallback.LookAgainAfter.Count;

    private Task<CallbackSettlement> RunAsync(TestOrder order, string kind, int looks = 0) =>
        Steps.Settle.RunAsync(new CallbackMessage(order.OrderId, kind, looks), Token);

    private static Task<Uri> TapAsync(TestOrder order, string tap) => OrderStories.AtKakaoPayAsync(
        (customer, page) => tap switch
        {
            "quit" => customer.QuitAsync(page, Token),
            "fail" => customer.FailAsync(page, Token),
            _ => customer.GoBackAsync(page, Token),
        },
        order);

    private async Task FailedWithAsync(string error)
    {
        var (operation, request) = Cafe.StepFunctions.Calls.ShouldHaveSingleItem();
        operation.ShouldBe("SendTaskFailure");
        request["taskToken"]!.GetValue<string>().ShouldBe(OrderStories.TaskToken);
        request["error"]!.GetValue<string>().ShouldBe(error);
        request["cause"]!.GetValue<string>().ShouldNotContain("SECRET");
        await Cafe.Books.BalanceAsync();
    }
}
