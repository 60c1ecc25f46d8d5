namespace KakaoWorkflow.Tests.Workflow.Points;

public sealed class ReleasePointsTests(DynoxideServer server) : CafeTest(server)
{
    [Theory]
    [InlineData(OrderStatus.Cancelled)]
    [InlineData(OrderStatus.Expired)]
    [InlineData(OrderStatus.Declined)]
    [InlineData(OrderStatus.Refunded)]
    public async Task Run_HeldPoints_AreAvailableAgain(string ending)
    {
        var order = await Stories.AwaitingAsync(points: 1_000);

        (await Steps.Release.RunAsync(order.OrderId, ending, cancellationToken: Token)).ShouldBe(ending);

        var ended = await OrderAsync(order.OrderId);
        (ended.Status, ended.TaskToken, ended.PgToken, ended.ReviewToken).ShouldBe((ending, null, null, null));
        (await HoldAsync(order)).ShouldBe(HoldState.Released);
        (await PointsAsync(order.Member)).ShouldBe((1_000, 0));
        (await Cafe.Services.Accounts.FindAsync(order.Member.MemberId, cancellationToken: TestContext.Current.CancellationToken))!.OpenOrderId.ShouldBeNull();
        await Cafe.Books.BalanceWithMoneyAsync();
    }

    /// <summary>Case "maintenance-told-as-declined": the order says why it ended, so that the customer can be told.</summary>
    [Theory]
    [InlineData(EndReason.PaymentUnavailable)]
    [InlineData(EndReason.PaymentDeclined)]
    [InlineData(null)]
    public async Task Run_WithAReason_KeepsIt(string? reason)
    {
        var order = await Stories.ReservedAsync();
        await Steps.Release.RunAsync(order.OrderId, OrderStatus.Declined, reason, Token);
        (await OrderAsync(order.OrderId)).EndReason.ShouldBe(reason);
    }

    [Fact]
    public async Task Run_ReasonThatThereIsNot_IsRefusedBeforeAnythingIsRead() =>
        (await Should.ThrowAsync<ArgumentException>(() => Steps.Release.RunAsync(OrderId.Parse("0301-NOWHERE1"), OrderStatus.Declined, "MAINTENANCE")))
            .ParamName.ShouldBe("reason");

    [Fact]
    public async Task Run_WithoutPoints_OnlyEndsTheOrder()
    {
        var order = await Stories.ReservedAsync();
        (await Steps.Release.RunAsync(order.OrderId, OrderStatus.Expired, cancellationToken: Token)).ShouldBe(OrderStatus.Expired);

        (await HoldAsync(order)).ShouldBeNull();
        (await Steps.Ledger.LinesAsync(order.Member.MemberId)).ShouldBeEmpty();
        await Cafe.Books.BalanceAsync();
    }

    [Fact]
    public async Task Run_NoHoldYet_LeavesAVoidOne()
    {
        var order = await Stories.QuotedAsync(points: 1_000);
        (await Steps.Release.RunAsync(order.OrderId, OrderStatus.Cancelled, cancellationToken: Token)).ShouldBe(OrderStatus.Cancelled);

        (await HoldAsync(order)).ShouldBe(HoldState.Void);
        (await PointsAsync(order.Member)).ShouldBe((1_000, 0));
        await Cafe.Books.BalanceAsync();
    }

    [Fact]
    public async Task Run_OnePointHeld_IsAvailableAgain()
    {
        var order = await Stories.ReservedAsync(points: 1);
        await Steps.Release.RunAsync(order.OrderId, OrderStatus.Cancelled, cancellationToken: Token);
        (await HoldAsync(order)).ShouldBe(HoldState.Released);
        (await PointsAsync(order.Member)).ShouldBe((1, 0));
        await Cafe.Books.BalanceAsync();
    }

    [Fact]
    public async Task Run_OnePointHeldAndDebtSinceThen_PaysIt()
    {
        var order = await Stories.ReservedAsync(points: 1);
        await Cafe.Table.SetAsync(ItemKey.Account(order.Member.MemberId), "debtPoints", Attributes.Number(5));
        await Steps.Release.RunAsync(order.OrderId, OrderStatus.Cancelled, cancellationToken: Token);
        (await PointsAsync(order.Member)).ShouldBe((0, 0));
        (await Cafe.Table.ItemAsync(ItemKey.Account(order.Member.MemberId))).Number("debtPoints").ShouldBe(4);
    }

    [Fact]
    public async Task Run_NoHoldOfOnePointYet_LeavesAVoidOne()
    {
        var order = await Stories.QuotedAsync(points: 1);
        await Steps.Release.RunAsync(order.OrderId, OrderStatus.Cancelled, cancellationToken: Token);
        (await HoldAsync(order)).ShouldBe(HoldState.Void);
    }

    /// <summary>Money that may be captured late is looked for; where there is no payment, or it went back, there is none.</summary>
    [Theory]
    [InlineData(false, OrderStatus.Cancelled, null)]
    [InlineData(true, OrderStatus.Cancelled, OpenMark.MoneyUnchecked)]
    [InlineData(true, OrderStatus.Refunded, null)]
    public async Task Run_OrderWithAPayment_IsMarkedUnlessItsMoneyWentBack(bool isPrepared, string ending, string? mark)
    {
        var order = isPrepared ? await Stories.AuthenticatedAsync() : await Stories.ReservedAsync();
        await Steps.Release.RunAsync(order.OrderId, ending, cancellationToken: Token);
        var ended = await OrderAsync(order.OrderId);
        (ended.OpenStatus, ended.PgToken, ended.TaskToken).ShouldBe((mark, null, null));
    }

    /// <summary>Whether it is marked depends on its payment, so that must be the one that was read.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_PaymentPreparedMeanwhile_IsAConflictAndSeenByTheRepeat(bool again)
    {
        var order = await Stories.PreparedAsync();
        if (again)
            await Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), "tid", Attributes.Text("an earlier one"));
        Cafe.DynamoDbWire.Before(
            "TransactWriteItems", () => Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), "tid", Attributes.Text(order.Payment.Tid)));

        await Should.ThrowAsync<OrderConflictException>(() => Steps.Release.RunAsync(order.OrderId, OrderStatus.Cancelled));
        await Steps.Release.RunAsync(order.OrderId, OrderStatus.Cancelled, cancellationToken: Token);
        (await OrderAsync(order.OrderId)).OpenStatus.ShouldBe(OpenMark.MoneyUnchecked);
    }

    [Fact]
    public async Task Run_HoldLandsWhileTheReleaseIsUnderWay_ReleasesItOnTheRepeat()
    {
        var order = await Stories.QuotedAsync(points: 1_000);
        Cafe.DynamoDbWire.Before("TransactWriteItems", () => Steps.Reserve.RunAsync(order.OrderId));

        await Should.ThrowAsync<OrderConflictException>(() => Steps.Release.RunAsync(order.OrderId, OrderStatus.Cancelled));
        (await Steps.Release.RunAsync(order.OrderId, OrderStatus.Cancelled, cancellationToken: Token)).ShouldBe(OrderStatus.Cancelled);

        (await HoldAsync(order)).ShouldBe(HoldState.Released);
        (await PointsAsync(order.Member)).ShouldBe((1_000, 0));
        await Cafe.Books.BalanceAsync();
    }

    [Fact]
    public async Task Run_EndedBefore_AnswersTheFirstEnding()
    {
        var order = await Stories.EndedAsync(OrderStatus.Expired, points: 1_000);
        await UnchangedAsync(
            async () => (await Steps.Release.RunAsync(order.OrderId, OrderStatus.Cancelled, cancellationToken: Token)).ShouldBe(OrderStatus.Expired));
    }

    [Fact]
    public async Task Run_TwoRunsAtOnce_ReleaseOnceAndAgreeOnTheEnding()
    {
        var order = await Stories.ReservedAsync(points: 1_000);
        Cafe.DynamoDbWire.Before("TransactWriteItems", () => Steps.Release.RunAsync(order.OrderId, OrderStatus.Expired));

        (await Steps.Release.RunAsync(order.OrderId, OrderStatus.Cancelled, cancellationToken: Token)).ShouldBe(OrderStatus.Expired);
        (await PointsAsync(order.Member)).ShouldBe((1_000, 0));
        await Cafe.Books.BalanceAsync();
    }

    [Fact]
    public async Task Run_AnswerOfTheWriteLost_ReleasesOnce()
    {
        var order = await Stories.ReservedAsync(points: 1_000);
        Cafe.DynamoDbWire.LoseAnswer("TransactWriteItems");

        (await Steps.Release.RunAsync(order.OrderId, OrderStatus.Declined, cancellationToken: Token)).ShouldBe(OrderStatus.Declined);
        (await PointsAsync(order.Member)).ShouldBe((1_000, 0));
        await Cafe.Books.BalanceAsync();
    }

    [Fact]
    public async Task Run_InReview_Releases()
    {
        var order = await Stories.ReservedAsync(points: 1_000);
        await Stories.ReviewAsync(order, "ReleasePoints");

        (await Steps.Release.RunAsync(order.OrderId, OrderStatus.Refunded, cancellationToken: Token)).ShouldBe(OrderStatus.Refunded);
        (await OrderAsync(order.OrderId)).ReviewToken.ShouldBe(new Credential(OrderStories.ReviewToken), "its execution still waits for a person");
        await Cafe.Books.BalanceAsync();
    }

    [Fact]
    public async Task Run_InReviewBeforeItsQuote_EndsIt()
    {
        var order = await Stories.SheetAsync(points: 1_000);
        await Stories.ReviewAsync(order, "Quote");

        (await Steps.Release.RunAsync(order.OrderId, OrderStatus.Cancelled, cancellationToken: Token)).ShouldBe(OrderStatus.Cancelled);
        (await PointsAsync(order.Member)).ShouldBe((1_000, 0));
        await Cafe.Books.BalanceAsync();
    }

    [Fact]
    public async Task Run_RejectedOrder_AnswersThat()
    {
        var order = await Stories.SheetAsync();
        Cafe.Time.Advance(TimeSpan.FromHours(1));
        await Should.ThrowAsync<OrderRejectedException>(() => Steps.Quote.RunAsync(order.OrderId));
        (await Steps.Release.RunAsync(order.OrderId, OrderStatus.Cancelled, cancellationToken: Token)).ShouldBe(OrderStatus.Rejected);
    }

    [Fact]
    public async Task Run_PaidOrder_IsAnErrorAndStaysPaid()
    {
        var order = await Stories.PaidAsync(points: 1_000);
        await UnchangedAsync(() => Should.ThrowAsync<HoldCommittedException>(() => Steps.Release.RunAsync(order.OrderId, OrderStatus.Cancelled)));
        await Cafe.Books.BalanceWithMoneyAsync();
    }

    [Theory]
    [InlineData(HoldState.Released)]
    [InlineData(HoldState.Void)]
    public async Task Run_HoldEndedButNotItsOrder_GivesNothingBackTwice(string state)
    {
        var order = await Stories.QuotedAsync(points: 1_000);
        await Cafe.Table.Client.PutItemAsync(
            Cafe.Table.Name,
            Hold.Create("", order.Member.MemberId, order.OrderId, 1_000, state, TestCafe.Opening).Put.Item, Token);

        (await Steps.Release.RunAsync(order.OrderId, OrderStatus.Cancelled, cancellationToken: Token)).ShouldBe(OrderStatus.Cancelled);
        (await PointsAsync(order.Member)).ShouldBe((1_000, 0));
        (await HoldAsync(order)).ShouldBe(state);
    }

    [Fact]
    public async Task Run_HoldCommittedButNotItsOrder_IsAnError()
    {
        var order = await Stories.ReservedAsync(points: 1_000);
        await Cafe.Table.SetAsync(
            ItemKey.Hold(order.Member.MemberId, order.OrderId), "state", Attributes.Text(HoldState.Committed));
        await Should.ThrowAsync<HoldCommittedException>(() => Steps.Release.RunAsync(order.OrderId, OrderStatus.Cancelled));
    }

    [Fact]
    public async Task Run_AccountGone_IsAConflictForAPerson()
    {
        var order = await Stories.ReservedAsync(points: 1_000);
        await Cafe.Table.DeleteAsync(ItemKey.Account(order.Member.MemberId));
        await Should.ThrowAsync<OrderConflictException>(() => Steps.Release.RunAsync(order.OrderId, OrderStatus.Cancelled));
        (await OrderAsync(order.OrderId)).Status.ShouldBe(OrderStatus.Reserved);
    }

    [Theory]
    [InlineData(OrderStatus.Paid)]
    [InlineData(OrderStatus.Rejected)]
    [InlineData(OrderStatus.Reserved)]
    [InlineData("cancelled")]
    [InlineData("")]
    public async Task Run_NoEndingOfARelease_IsRefusedBeforeAnythingIsRead(string ending)
    {
        var error = await Should.ThrowAsync<ArgumentException>(() => Steps.Release.RunAsync(OrderId.Parse("0301-NOWHERE1"), ending));
        error.ParamName.ShouldBe("ending");
    }

    [Fact]
    public async Task Run_NoOrder_IsAnError() => await Should.ThrowAsync<OrderNotFoundException>(
        () => Steps.Release.RunAsync(OrderId.Parse("0301-NOWHERE1"), OrderStatus.Cancelled));
}
