namespace KakaoWorkflow.Tests.Workflow.Paying;

public sealed class AwaitApprovalTests(DynoxideServer server) : CafeTest(server)
{
    [Theory]
    [InlineData(OrderStatus.Reserved)]
    [InlineData(OrderStatus.AwaitingPayment)]
    [InlineData(OrderStatus.Review)]
    public async Task Run_OpenOrder_StoresTokenAndPaymentTogether(string status)
    {
        var order = status == OrderStatus.AwaitingPayment ? await Stories.AwaitingAsync() : await Stories.PreparedAsync();
        if (status == OrderStatus.Review)
            await Stories.ReviewAsync(order, "AwaitApproval");

        await Steps.Await.RunAsync(order.OrderId, order.Payment, new("newer-token"), Token);

        var waiting = await OrderAsync(order.OrderId);
        (waiting.Status, waiting.TaskToken, waiting.Tid).ShouldBe((OrderStatus.AwaitingPayment, new Credential("newer-token"), order.Payment.Tid));
        (waiting.RedirectPcUrl, waiting.RedirectMobileUrl).ShouldBe((order.Payment.RedirectPcUrl, order.Payment.RedirectMobileUrl));
        (await Cafe.CallbacksAsync()).ShouldBeEmpty();
        await Cafe.Books.BalanceAsync();
    }

    [Fact]
    public async Task Run_ApprovalCameFirst_SendsItOn()
    {
        var order = await Stories.PreparedAsync();
        await Steps.Park.ApproveAsync(order.OrderId, new PgToken("early"), Token);
        await Cafe.CallbacksAsync();

        await Steps.Await.RunAsync(order.OrderId, order.Payment, new("token"), Token);

        (await Cafe.CallbacksAsync()).ShouldBe([$$"""{"orderId":"{{order.OrderId}}","kind":"approved"}"""]);
        (await OrderAsync(order.OrderId)).PgToken.ShouldBe(new Credential("early"));
    }

    [Fact]
    public async Task Run_WithdrawalCameFirst_SendsItOn()
    {
        var order = await Stories.PreparedAsync();
        await Steps.Park.ApproveAsync(order.OrderId, new PgToken("early"), Token);
        await Steps.Park.WithdrawAsync(order.OrderId, Token);
        await Cafe.CallbacksAsync();

        await Steps.Await.RunAsync(order.OrderId, order.Payment, new("token"), Token);

        (await Cafe.CallbacksAsync()).ShouldBe([$$"""{"orderId":"{{order.OrderId}}","kind":"withdrawn"}"""]);
    }

    [Fact]
    public async Task Run_SentOnButTheQueueFails_IsRepeatedByTheStateMachine()
    {
        var order = await Stories.PreparedAsync();
        await Steps.Park.WithdrawAsync(order.OrderId, Token);
        await Cafe.CallbacksAsync();
        Cafe.Variables["PAYMENT_CALLBACKS_QUEUE_URL"] = $"{TestSettings.NoAddress}/000000000000/no-such-queue";
        Cafe.Restart();
        await Should.ThrowAsync<Amazon.SQS.AmazonSQSException>(() => Steps.Await.RunAsync(order.OrderId, order.Payment, new("first"), Token));

        Cafe.Variables["PAYMENT_CALLBACKS_QUEUE_URL"] = $"{TestSettings.NoAddress}/000000000000/{TestSettings.CallbackQueue}";
        Cafe.Restart();
        await Steps.Await.RunAsync(order.OrderId, order.Payment, new("second"), Token);
        (await OrderAsync(order.OrderId)).TaskToken.ShouldBe(new Credential("second"));
        (await Cafe.CallbacksAsync()).Count.ShouldBe(1);
    }

    /// <summary>An attempt that was given up, whose write comes after that of the next one.</summary>
    [Fact]
    public async Task Run_TakesEffectAfterALaterAttempt_LeavesTheTokenThatTheExecutionWaitsFor()
    {
        var order = await Stories.PreparedAsync();
        Cafe.DynamoDbWire.Before("UpdateItem", async () =>
        {
            Cafe.Time.Advance(TimeSpan.FromMilliseconds(1));
            await Steps.Await.RunAsync(order.OrderId, order.Payment, new("later"), Token);
        });
        await Should.ThrowAsync<OrderConflictException>(() => Steps.Await.RunAsync(order.OrderId, order.Payment, new("given-up"), Token));
        (await OrderAsync(order.OrderId)).TaskToken.ShouldBe(new Credential("later"));
    }

    [Fact]
    public async Task Run_EndedOrder_IsAnErrorThatSaysSo()
    {
        var order = await Stories.PreparedAsync(points: 1_000);
        await Steps.Release.RunAsync(order.OrderId, OrderStatus.Cancelled, cancellationToken: Token);
        await UnchangedAsync(
            async () => (await Should.ThrowAsync<OrderEndedException>(() => Steps.Await.RunAsync(order.OrderId, order.Payment, new("token"), Token)))
            .Message.ShouldContain(OrderStatus.Cancelled));
    }

    [Fact]
    public async Task Run_OrderNotReservedYet_IsAConflict()
    {
        var order = await Stories.QuotedAsync();
        var payment = await Steps.Prepare.RunAsync(order.OrderId, order.Quote, Token);
        await Should.ThrowAsync<OrderConflictException>(() => Steps.Await.RunAsync(order.OrderId, payment, new("token"), Token));
    }

    [Fact]
    public async Task Run_NoOrder_IsAnError()
    {
        var order = await Stories.PreparedAsync();
        await Should.ThrowAsync<OrderNotFoundException>(() => Steps.Await.RunAsync(OrderId.Parse("0301-NOWHERE1"), order.Payment, new("token"), Token));
    }
}
