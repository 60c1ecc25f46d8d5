namespace KakaoWorkflow.Tests.Workflow.Callbacks;

public sealed class ParkCallbackTests(DynoxideServer server) : CafeTest(server)
{
    private static readonly PgToken PgToken = new("pg-token-SECRET");
    private static readonly PgToken NewerPgToken = new("pg-token-SECRET-newer");

    [Fact]
    public async Task Approve_OpenOrder_ParksTheTokenAndTellsTheQueueWithoutIt()
    {
        var order = await Stories.AwaitingAsync();
        var parked = await Steps.Park.ApproveAsync(order.OrderId, PgToken, Token);

        (parked.PgToken, parked.CallbackKind, parked.CallbackAt).ShouldBe((new Credential(PgToken.Value), CallbackKind.Approved, TestCafe.Opening));
        (await OrderAsync(order.OrderId)).ShouldBeEquivalentTo(parked);
        await SentAsync(order, CallbackKind.Approved);
    }

    [Theory]
    [InlineData(OrderStatus.Quoted)]
    [InlineData(OrderStatus.Reserved)]
    [InlineData(OrderStatus.Review)]
    public async Task Approve_BeforeTheExecutionWaits_IsParked(string status)
    {
        var order = status == OrderStatus.Quoted ? await Stories.QuotedAsync() : await Stories.ReservedAsync();
        if (status == OrderStatus.Review)
            await Stories.ReviewAsync(order);
        (await Steps.Park.ApproveAsync(order.OrderId, PgToken, Token)).PgToken.ShouldBe(new Credential(PgToken.Value));
        await SentAsync(order, CallbackKind.Approved);
    }

    [Fact]
    public async Task Approve_AgainWithTheSameToken_ChangesNothingAndTellsTheQueueAgain()
    {
        var order = await Stories.AwaitingAsync();
        await Steps.Park.ApproveAsync(order.OrderId, PgToken, Token);
        await Cafe.CallbacksAsync();
        Cafe.Time.Advance(TimeSpan.FromSeconds(3));
        await UnchangedAsync(async () => (await Steps.Park.ApproveAsync(order.OrderId, PgToken, Token)).PgToken.ShouldBe(new Credential(PgToken.Value)));
        await SentAsync(order, CallbackKind.Approved);
    }

    [Theory]
    [InlineData(OrderStatus.AwaitingPayment)]
    [InlineData(OrderStatus.Review)]
    public async Task Approve_WithANewerToken_TakesTheOlderOnesPlace(string status)
    {
        var order = await Stories.AwaitingAsync();
        if (status == OrderStatus.Review)
            await Stories.ReviewAsync(order, "ResolvePayment");
        await Steps.Park.ApproveAsync(order.OrderId, PgToken, Token);
        await Cafe.CallbacksAsync();
        Cafe.Time.Advance(TimeSpan.FromSeconds(3));

        var parked = await Steps.Park.ApproveAsync(order.OrderId, NewerPgToken, Token);
        (parked.PgToken, parked.CallbackAt).ShouldBe((new Credential(NewerPgToken.Value), TestCafe.Opening.AddSeconds(3)));
        (await OrderAsync(order.OrderId)).ShouldBeEquivalentTo(parked);
        await SentAsync(order, CallbackKind.Approved);
    }

    [Fact]
    public async Task Approve_ReloadOfAnOlderAddress_ChangesNothing()
    {
        var order = await Stories.AwaitingAsync();
        await Steps.Park.ApproveAsync(order.OrderId, PgToken, Token);
        await Steps.Park.ApproveAsync(order.OrderId, NewerPgToken, Token);
        await UnchangedAsync(async () => (await Steps.Park.ApproveAsync(order.OrderId, PgToken, Token)).PgToken.ShouldBe(new Credential(NewerPgToken.Value)));
    }

    [Fact]
    public async Task Approve_WithNewTokensWithoutEnd_KeepsALimitedNumber()
    {
        var order = await Stories.AwaitingAsync();
        for (var number = 0; number <= ParkCallback.MaxReplacements + 1; number++)
            await Steps.Park.ApproveAsync(order.OrderId, new PgToken($"pg-token-SECRET-{number}"), Token);

        var parked = await OrderAsync(order.OrderId);
        parked.PgToken.ShouldBe(new Credential($"pg-token-SECRET-{ParkCallback.MaxReplacements}"));
        parked.ReplacedPgTokens.Count.ShouldBe(ParkCallback.MaxReplacements);
    }

    [Fact]
    public async Task Approve_AnotherNewerTokenComesFirst_LeavesThatOne()
    {
        var order = await Stories.AwaitingAsync();
        await Steps.Park.ApproveAsync(order.OrderId, PgToken, Token);
        BetweenTheWrites(() => Steps.Park.ApproveAsync(order.OrderId, new PgToken("pg-token-SECRET-other"), Token));

        (await Steps.Park.ApproveAsync(order.OrderId, NewerPgToken, Token)).PgToken.ShouldBe(new Credential("pg-token-SECRET-other"));
        (await OrderAsync(order.OrderId)).ReplacedPgTokens.ShouldBe([new Credential(PgToken.Value)]);
    }

    /// <summary>KakaoPay refuses the older one just then.</summary>
    [Fact]
    public async Task Approve_OlderTokenGoesMeanwhile_TakesItsPlace()
    {
        var order = await Stories.AwaitingAsync();
        await Steps.Park.ApproveAsync(order.OrderId, PgToken, Token);
        BetweenTheWrites(() => Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), "pgToken", null));

        (await Steps.Park.ApproveAsync(order.OrderId, NewerPgToken, Token)).PgToken.ShouldBe(new Credential(NewerPgToken.Value));
    }

    [Theory]
    [InlineData(ParkCallback.MaxAttempts - 1, true)]
    [InlineData(ParkCallback.MaxAttempts, false)]
    public async Task Approve_RefusedAgainAndAgain_GivesUpInTheEnd(int refusals, bool isParked)
    {
        var order = await Stories.AwaitingAsync();
        Cafe.DynamoDbWire.RefuseCondition("UpdateItem", refusals);
        (await Steps.Park.ApproveAsync(order.OrderId, PgToken, Token)).PgToken.ShouldBe(isParked ? new Credential(PgToken.Value) : null);
    }

    [Fact]
    public async Task Approve_TwoNewerTokensAtOnce_OneOfThemIsParked()
    {
        var order = await Stories.AwaitingAsync();
        await Steps.Park.ApproveAsync(order.OrderId, PgToken, Token);
        await Task.WhenAll(
            Steps.Park.ApproveAsync(order.OrderId, NewerPgToken, Token),
            Steps.Park.ApproveAsync(order.OrderId, new PgToken("pg-token-SECRET-other"), Token));

        (await OrderAsync(order.OrderId)).PgToken.ShouldBeOneOf(new Credential(NewerPgToken.Value), new Credential("pg-token-SECRET-other"));
        (await OrderAsync(order.OrderId)).ReplacedPgTokens.ShouldContain(new Credential(PgToken.Value));
    }

    [Theory]
    [InlineData(OrderStatus.Cancelled, false)]
    [InlineData(OrderStatus.Expired, false)]
    [InlineData(OrderStatus.Cancelled, true)]
    public async Task Approve_EndedOrder_ChangesNothingAndTellsNobody(string ending, bool isMarkedForReview)
    {
        var order = await Stories.EndedAsync(ending, points: 1_000);
        if (isMarkedForReview)
            await Stories.ReviewAsync(order, "ReleasePoints");
        await UnchangedAsync(() => Steps.Park.ApproveAsync(order.OrderId, PgToken, Token), ending);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Approve_PaidOrder_ChangesNothingAndTellsNobody(bool isMarkedForReview)
    {
        var order = await Stories.PaidAsync();
        await Cafe.CallbacksAsync();
        if (isMarkedForReview)
            await Stories.ReviewAsync(order, "AnnounceOrder");
        await UnchangedAsync(() => Steps.Park.ApproveAsync(order.OrderId, PgToken, Token), OrderStatus.Paid);
        await Cafe.Books.BalanceWithMoneyAsync();
    }

    [Fact]
    public async Task Approve_QueueFails_IsParkedAndTheReloadSendsIt()
    {
        var order = await Stories.AwaitingAsync();
        Cafe.AwsWire.LoseAnswer("SendMessage");
        await Steps.Park.ApproveAsync(order.OrderId, PgToken, Token);
        (await OrderAsync(order.OrderId)).PgToken.ShouldBe(new Credential(PgToken.Value));
        (await Cafe.CallbacksAsync()).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(CallbackKind.Cancelled)]
    [InlineData(CallbackKind.Failed)]
    public async Task Hint_OpenOrder_IsParkedAndTellsTheQueue(string kind)
    {
        var order = await Stories.AwaitingAsync();
        var parked = await Steps.Park.HintAsync(order.OrderId, kind, Token);

        (parked.CallbackKind, parked.CallbackAt, parked.PgToken, parked.IsOpen).ShouldBe((kind, TestCafe.Opening, null, true));
        (await OrderAsync(order.OrderId)).ShouldBeEquivalentTo(parked);
        await SentAsync(order, kind);
    }

    [Fact]
    public async Task Hint_ThenAnApproval_IsTheApproval()
    {
        var order = await Stories.AwaitingAsync();
        await Steps.Park.HintAsync(order.OrderId, CallbackKind.Cancelled, Token);
        (await Steps.Park.ApproveAsync(order.OrderId, PgToken, Token)).CallbackKind.ShouldBe(CallbackKind.Approved);
    }

    [Fact]
    public async Task Hint_WithdrawnOrder_ParksNothingAndTellsTheQueueAgain()
    {
        var order = await Stories.AwaitingAsync();
        await Steps.Park.WithdrawAsync(order.OrderId, Token);
        await Cafe.CallbacksAsync();
        (await Steps.Park.HintAsync(order.OrderId, CallbackKind.Cancelled, Token)).CallbackKind.ShouldBeNull();
        await SentAsync(order, CallbackKind.Cancelled);
    }

    [Fact]
    public async Task Hint_AfterAnApproval_IsNotPassedOn()
    {
        var order = await Stories.AuthenticatedAsync();
        await Cafe.CallbacksAsync();
        await UnchangedAsync(() => Steps.Park.HintAsync(order.OrderId, CallbackKind.Cancelled, Token), OrderStatus.AwaitingPayment);
    }

    [Fact]
    public async Task Hint_EndedOrder_IsNotPassedOn()
    {
        var order = await Stories.EndedAsync(OrderStatus.Expired);
        await UnchangedAsync(() => Steps.Park.HintAsync(order.OrderId, CallbackKind.Failed, Token), OrderStatus.Expired);
    }

    [Theory]
    [InlineData(OrderStatus.Quoted)]
    [InlineData(OrderStatus.AwaitingPayment)]
    [InlineData(OrderStatus.Review)]
    public async Task Withdraw_OpenOrder_MarksItAndTellsTheQueue(string status)
    {
        var order = status == OrderStatus.Quoted ? await Stories.QuotedAsync() : await Stories.AwaitingAsync();
        if (status == OrderStatus.Review)
            await Stories.ReviewAsync(order);
        (await Steps.Park.WithdrawAsync(order.OrderId, Token)).WithdrawnAt.ShouldBe(TestCafe.Opening);
        await SentAsync(order, CallbackKind.Withdrawn);
    }

    [Fact]
    public async Task Withdraw_Again_TellsTheQueueAgain()
    {
        var order = await Stories.AwaitingAsync();
        await Steps.Park.WithdrawAsync(order.OrderId, Token);
        await Cafe.CallbacksAsync();
        Cafe.Time.Advance(TimeSpan.FromSeconds(3));

        (await Steps.Park.WithdrawAsync(order.OrderId, Token)).WithdrawnAt.ShouldBe(TestCafe.Opening);
        await SentAsync(order, CallbackKind.Withdrawn);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Withdraw_PaidOrder_ChangesNothing(bool isMarkedForReview)
    {
        var order = await Stories.PaidAsync();
        await Cafe.CallbacksAsync();
        if (isMarkedForReview)
            await Stories.ReviewAsync(order, "AnnounceOrder");
        await UnchangedAsync(() => Steps.Park.WithdrawAsync(order.OrderId, Token), OrderStatus.Paid);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Withdraw_EndedOrder_ChangesNothing(bool isMarkedForReview)
    {
        var order = await Stories.EndedAsync(OrderStatus.Declined);
        if (isMarkedForReview)
            await Stories.ReviewAsync(order, "ReleasePoints");
        await UnchangedAsync(() => Steps.Park.WithdrawAsync(order.OrderId, Token), OrderStatus.Declined);
    }

    [Fact]
    public async Task All_NoOrder_AreAnError()
    {
        await Should.ThrowAsync<OrderNotFoundException>(() => Steps.Park.ApproveAsync(OrderId.Parse("0301-NOWHERE1"), PgToken, Token));
        await Should.ThrowAsync<OrderNotFoundException>(() => Steps.Park.HintAsync(OrderId.Parse("0301-NOWHERE1"), CallbackKind.Failed, Token));
        await Should.ThrowAsync<OrderNotFoundException>(() => Steps.Park.WithdrawAsync(OrderId.Parse("0301-NOWHERE1"), Token));
        (await Cafe.CallbacksAsync()).ShouldBeEmpty();
    }

    private async Task SentAsync(TestOrder order, string kind) =>
        (await Cafe.CallbacksAsync()).ShouldBe([$$"""{"orderId":"{{order.OrderId}}","kind":"{{kind}}"}"""]);

    private async Task UnchangedAsync(Func<Task<Order>> act, string status)
    {
        await UnchangedAsync(async () => (await act()).Status.ShouldBe(status));
        (await Cafe.CallbacksAsync()).ShouldBeEmpty();
    }

    private void BetweenTheWrites(Func<Task> act) => Cafe.DynamoDbWire.Before("UpdateItem", () =>
    {
        Cafe.DynamoDbWire.Before("UpdateItem", act);
        return Task.CompletedTask;
    });
}
