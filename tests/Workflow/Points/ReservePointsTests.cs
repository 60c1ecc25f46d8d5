using KakaoWorkflow.Pricing;

namespace KakaoWorkflow.Tests.Workflow.Points;

public sealed class ReservePointsTests(DynoxideServer server) : CafeTest(server)
{
    [Fact]
    public async Task Run_Quoted_HoldsThePoints()
    {
        var member = await Stories.SignUpAsync(points: 1_500);
        var order = await Stories.QuotedAsync(member, points: 1_000);

        await Steps.Reserve.RunAsync(order.OrderId, Token);

        (await OrderAsync(order.OrderId)).Status.ShouldBe(OrderStatus.Reserved);
        (await PointsAsync(member)).ShouldBe((500, 1_000));
        (await HoldAsync(order)).ShouldBe(HoldState.Held);
        var line = (await Steps.Ledger.LinesAsync(member.MemberId)).Single(line => line.Kind == LedgerKind.Hold);
        (line.OrderId, line.AvailableDelta, line.HeldDelta).ShouldBe((order.OrderId, -1_000, 1_000));
        await Cafe.Books.BalanceAsync();
    }

    [Fact]
    public async Task Hold_SaysSinceWhenItIsWhatItIs()
    {
        var order = await Stories.ReservedAsync(await Stories.SignUpAsync(points: 1_500), points: 1_000);
        (await SinceAsync()).ShouldBe(Cafe.Time.GetUtcNow());
        Cafe.Time.Advance(TimeSpan.FromSeconds(9));
        await Steps.Release.RunAsync(order.OrderId, OrderStatus.Cancelled, cancellationToken: Token);
        (await SinceAsync()).ShouldBe(Cafe.Time.GetUtcNow());

        async Task<DateTimeOffset> SinceAsync() =>
            (await Cafe.Table.ItemAsync(ItemKey.Hold(order.Member.MemberId, order.OrderId))).Instant("stateSince");
    }

    [Fact]
    public async Task Run_WithoutPoints_OnlyMovesTheStatus()
    {
        var order = await Stories.QuotedAsync();
        await Steps.Reserve.RunAsync(order.OrderId, Token);

        (await OrderAsync(order.OrderId)).Status.ShouldBe(OrderStatus.Reserved);
        (await HoldAsync(order)).ShouldBeNull();
        (await Steps.Ledger.LinesAsync(order.Member.MemberId)).ShouldBeEmpty();
        await Cafe.Books.BalanceAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000)]
    public async Task Run_ReservedBefore_ChangesNothing(long points)
    {
        var order = await Stories.ReservedAsync(points: points);
        await UnchangedAsync(() => Steps.Reserve.RunAsync(order.OrderId), balances: true);
    }

    [Fact]
    public async Task Run_LaterOrder_ChangesNothing()
    {
        var waiting = await Stories.AwaitingAsync(points: 1_000);
        await UnchangedAsync(() => Steps.Reserve.RunAsync(waiting.OrderId), balances: true);
        var paid = await Stories.PaidAsync(points: 1_000);
        await UnchangedAsync(() => Steps.Reserve.RunAsync(paid.OrderId), balances: true);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000)]
    public async Task Run_InReviewBeforeTheHold_Reserves(long points)
    {
        var order = await Stories.QuotedAsync(points: points);
        await Stories.ReviewAsync(order, "ReservePoints");

        await Steps.Reserve.RunAsync(order.OrderId, Token);

        (await OrderAsync(order.OrderId)).Status.ShouldBe(OrderStatus.Reserved);
        (await PointsAsync(order.Member)).ShouldBe((0, points));
        await Cafe.Books.BalanceAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1_000)]
    public async Task Run_InReviewAfterTheHold_ChangesNothing(long points)
    {
        var order = await Stories.ReservedAsync(points: points);
        await Stories.ReviewAsync(order, "ReservePoints");
        await UnchangedAsync(() => Steps.Reserve.RunAsync(order.OrderId), balances: true);
    }

    [Fact]
    public async Task Run_PointsSpentSinceTheSheet_RejectsAndFreesTheMember()
    {
        var order = await Stories.QuotedAsync(points: 1_000);
        await Cafe.Table.SetAsync(ItemKey.Account(order.Member.MemberId), "availablePoints", Attributes.Number(999));

        await RejectedAsync(order, Rejection.InsufficientPoints);
        (await OrderAsync(order.OrderId)).RejectionCode.ShouldBe(Rejection.InsufficientPoints);
        var account = await Cafe.Services.Accounts.FindAsync(order.Member.MemberId, cancellationToken: TestContext.Current.CancellationToken);
        (account!.AvailablePoints, account.HeldPoints, account.OpenOrderId).ShouldBe((999, 0, null));
        (await HoldAsync(order)).ShouldBeNull();
    }

    [Fact]
    public async Task Run_AnotherOrderHasTheAccount_HoldsNothing()
    {
        var order = await Stories.QuotedAsync(points: 1_000);
        await Cafe.Table.SetAsync(ItemKey.Account(order.Member.MemberId), "openOrderId", Attributes.Text("1123-ANOTHER1"));
        await Should.ThrowAsync<OrderRejectedException>(() => Steps.Reserve.RunAsync(order.OrderId));
        (await PointsAsync(order.Member)).ShouldBe((1_000, 0));
        (await HoldAsync(order)).ShouldBeNull();
    }

    /// <summary>Another write came first, and the points are there: a repeat holds them.</summary>
    [Fact]
    public async Task Run_WriteRefusedThoughThePointsAreThere_IsAConflict()
    {
        var order = await Stories.QuotedAsync(points: 1_000);
        Cafe.DynamoDbWire.RefuseCondition("TransactWriteItems", 1);

        await Should.ThrowAsync<OrderConflictException>(() => Steps.Reserve.RunAsync(order.OrderId));
        (await OrderAsync(order.OrderId)).Status.ShouldBe(OrderStatus.Quoted);
        await Steps.Reserve.RunAsync(order.OrderId, Token);
        (await PointsAsync(order.Member)).ShouldBe((0, 1_000));
        await Cafe.Books.BalanceAsync();
    }

    [Fact]
    public async Task Run_OrderMovesWhileItIsRejected_IsAConflict()
    {
        var order = await Stories.QuotedAsync(points: 1_000);
        await Cafe.Table.SetAsync(ItemKey.Account(order.Member.MemberId), "availablePoints", Attributes.Number(999));
        Cafe.DynamoDbWire.Before("TransactWriteItems", () =>
        {
            Cafe.DynamoDbWire.Before("TransactWriteItems", () => Steps.Release.RunAsync(order.OrderId, OrderStatus.Cancelled));
            return Task.CompletedTask;
        });

        await Should.ThrowAsync<OrderConflictException>(() => Steps.Reserve.RunAsync(order.OrderId));
        (await OrderAsync(order.OrderId)).Status.ShouldBe(OrderStatus.Cancelled);
    }

    /// <summary>An earlier version left points beside debt: they pay it, with a line that says so.</summary>
    [Theory]
    [InlineData(1_300, true)]
    [InlineData(1_299, false)]
    public async Task Run_PointsBesideDebt_PayItFirst(long available, bool isEnough)
    {
        var order = await Stories.QuotedAsync(points: 1_000);
        var account = ItemKey.Account(order.Member.MemberId);
        await Cafe.Table.SetAsync(account, "availablePoints", Attributes.Number(available));
        await Cafe.Table.SetAsync(account, "debtPoints", Attributes.Number(300));
        Cafe.Time.Advance(TimeSpan.FromSeconds(1));

        if (isEnough)
            await Steps.Reserve.RunAsync(order.OrderId, Token);
        else
            await RejectedAsync(order, Rejection.InsufficientPoints);

        (await PointsAsync(order.Member)).ShouldBe(isEnough ? (0, 1_000) : (999, 0));
        var paid = (await Steps.Ledger.LinesAsync(order.Member.MemberId)).Single(line => line.Kind == LedgerKind.DebtPayment);
        (paid.OrderId, paid.AvailableDelta, paid.DebtDelta).ShouldBe((order.OrderId, -300, -300));
    }

    [Fact]
    public async Task Run_RejectedBefore_RefusesAgain()
    {
        var order = await Stories.QuotedAsync(points: 1_000);
        await Cafe.Table.SetAsync(ItemKey.Account(order.Member.MemberId), "availablePoints", Attributes.Number(0));
        await RejectedAsync(order, Rejection.InsufficientPoints);

        await UnchangedAsync(() => RejectedAsync(order, Rejection.InsufficientPoints), balances: false);
    }

    [Fact]
    public async Task Run_AccountGone_Rejects()
    {
        var order = await Stories.QuotedAsync(points: 1_000);
        await Cafe.Table.DeleteAsync(ItemKey.Account(order.Member.MemberId));
        await RejectedAsync(order, Rejection.InsufficientPoints);
        (await OrderAsync(order.OrderId)).Status.ShouldBe(OrderStatus.Rejected);
    }

    [Fact]
    public async Task Run_AfterTheRelease_HoldsNothing()
    {
        var order = await Stories.QuotedAsync(points: 1_000);
        await Steps.Release.RunAsync(order.OrderId, OrderStatus.Cancelled, cancellationToken: Token);

        await UnchangedAsync(() => RejectedAsync(order, Rejection.Ended), balances: true);
        (await HoldAsync(order)).ShouldBe(HoldState.Void);
    }

    [Fact]
    public async Task Run_ReleaseWhileTheHoldIsUnderWay_HoldsNothing()
    {
        var order = await Stories.QuotedAsync(points: 1_000);
        Cafe.DynamoDbWire.Before("TransactWriteItems", () => Steps.Release.RunAsync(order.OrderId, OrderStatus.Cancelled));

        await RejectedAsync(order, Rejection.Ended);

        (await HoldAsync(order)).ShouldBe(HoldState.Void);
        (await PointsAsync(order.Member)).ShouldBe((1_000, 0));
        await Cafe.Books.BalanceAsync();
    }

    [Fact]
    public async Task Run_TwoRunsAtOnce_HoldOnce()
    {
        var order = await Stories.QuotedAsync(points: 1_000);
        Cafe.DynamoDbWire.Before("TransactWriteItems", () => Steps.Reserve.RunAsync(order.OrderId));

        await Steps.Reserve.RunAsync(order.OrderId, Token);

        (await PointsAsync(order.Member)).ShouldBe((0, 1_000));
        await Cafe.Books.BalanceAsync();
    }

    [Fact]
    public async Task Run_AnswerOfTheWriteLost_HoldsOnce()
    {
        var order = await Stories.QuotedAsync(points: 1_000);
        Cafe.DynamoDbWire.LoseAnswer("TransactWriteItems");
        await Steps.Reserve.RunAsync(order.OrderId, Token);

        (await PointsAsync(order.Member)).ShouldBe((0, 1_000));
        await Cafe.Books.BalanceAsync();
    }

    [Fact]
    public async Task Run_NoOrder_IsAnError() =>
        await Should.ThrowAsync<OrderNotFoundException>(() => Steps.Reserve.RunAsync(OrderId.Parse("0301-NOWHERE1")));

    private async Task RejectedAsync(TestOrder order, string code) =>
        (await Should.ThrowAsync<OrderRejectedException>(() => Steps.Reserve.RunAsync(order.OrderId))).RejectionCode.ShouldBe(code);

    private async Task UnchangedAsync(Func<Task> run, bool balances)
    {
        await UnchangedAsync(run);
        if (balances)
            await Cafe.Books.BalanceAsync();
    }
}
