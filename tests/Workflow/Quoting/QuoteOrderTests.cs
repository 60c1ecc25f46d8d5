using KakaoWorkflow.Pricing;
using KakaoWorkflow.Quoting;

namespace KakaoWorkflow.Tests.Workflow.Quoting;

public sealed class QuoteOrderTests(DynoxideServer server) : CafeTest(server)
{
    /// <summary>An attempt that was given up, whose write comes after the review and its resume.</summary>
    [Fact]
    public async Task Run_TakesEffectAfterAReview_IsAConflictAndTheRepeatQuotesIt()
    {
        var order = await Stories.SheetAsync();
        Cafe.DynamoDbWire.Before("TransactWriteItems", async () =>
        {
            await Stories.ReviewAsync(order, "Quote");
            await Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), "reviewToken", null);
        });
        await Should.ThrowAsync<OrderConflictException>(() => Steps.Quote.RunAsync(order.OrderId));
        (await OrderAsync(order.OrderId)).FailedStep.ShouldBe("Quote");
        await Steps.Quote.RunAsync(order.OrderId, Token);
        (await OrderAsync(order.OrderId)).Status.ShouldBe(OrderStatus.Quoted);
    }

    [Fact]
    public async Task Run_NoOrderYet_CreatesItAndMakesItTheOneInFlight()
    {
        var sheet = await Stories.SheetAsync(points: 1_000);
        var quote = await Steps.Quote.RunAsync(sheet.OrderId, Token);

        quote.ShouldBe(new OrderQuote(sheet.Member.MemberId, "아메리카노", 2, 9_000, 1_000, 8_000));
        var order = await OrderAsync(sheet.OrderId);
        order.Status.ShouldBe(OrderStatus.Quoted);
        order.Lines.ShouldBe([new OrderLine("americano", "아메리카노", 4_500, 2)]);
        (order.TotalWon, order.PointsUsed, order.AmountDueWon).ShouldBe((9_000, 1_000, 8_000));
        (await Cafe.Services.Accounts.FindAsync(sheet.Member.MemberId,
            cancellationToken: TestContext.Current.CancellationToken))!.OpenOrderId.ShouldBe(sheet.OrderId);
        (await PointsAsync(sheet.Member)).ShouldBe((1_000, 0));
        (await Cafe.Table.IndexAsync("OpenOrders", "openStatus", OrderStatus.Quoted)).ShouldBe([sheet.OrderId]);
        (await Cafe.Table.IndexAsync("MemberOrders", "memberId", sheet.Member.MemberId)).ShouldBe([sheet.OrderId]);
        await Cafe.Books.BalanceAsync();
    }

    [Fact]
    public async Task Run_NoOrderYet_KeepsWhoOrderedAndWhatWasShown()
    {
        var sheet = await Stories.SheetAsync();
        await Steps.Quote.RunAsync(sheet.OrderId, Token);

        var order = await OrderAsync(sheet.OrderId);
        (order.CustomerId, order.PhoneLast4).ShouldBe((sheet.Member.CustomerId, sheet.Member.Phone[^4..]));
        var item = await Cafe.Table.ItemAsync(ItemKey.Order(sheet.OrderId));
        (item.Number("quantity"), item.Number("pointsToEarn")).ShouldBe((2, 900));
        item.Text("sheetHash").ShouldBe((await Cafe.Services.Sheets.FindAsync(sheet.OrderId, Token))!.Hash);
    }

    /// <summary>A record that was left by a review is taken over only as it was read.</summary>
    [Theory]
    [InlineData("reviewToken", "newer")]
    [InlineData("statusSince", "2026-03-01T03:00:01.000Z")]
    [InlineData("totalWon", null)]
    [InlineData("status", OrderStatus.Rejected)]
    public async Task Run_RecordOfAReviewThatChangesMeanwhile_IsNotOverwritten(string attribute, string? value)
    {
        var order = await Stories.SheetAsync();
        await Stories.ReviewAsync(order, "Quote");
        await Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), "reviewToken", null);
        Cafe.DynamoDbWire.Before("TransactWriteItems", () => Cafe.Table.SetAsync(
            ItemKey.Order(order.OrderId), attribute, value is null ? Attributes.Number(9_000) : Attributes.Text(value)));

        if (value == OrderStatus.Rejected)
            await Should.ThrowAsync<OrderRejectedException>(() => Steps.Quote.RunAsync(order.OrderId));
        else
            await Should.ThrowAsync<OrderConflictException>(() => Steps.Quote.RunAsync(order.OrderId));
        (await OrderAsync(order.OrderId)).Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_QuotedOrLater_AnswersTheStoredQuoteAndChangesNothing()
    {
        var order = await Stories.ReservedAsync(points: 1_000);
        await Cafe.Services.Menu.PutAsync(TestCafe.Americano with { PriceWon = 9_999 });
        Cafe.Time.Advance(TimeSpan.FromDays(1));
        var before = await Cafe.Table.DumpAsync();

        var calls = Cafe.DynamoDbWire.Operations.Count;

        (await Steps.Quote.RunAsync(order.OrderId, Token)).ShouldBe(order.Quote);
        (await Cafe.Table.DumpAsync()).ShouldBe(before);
        Cafe.DynamoDbWire.Operations.Skip(calls).ShouldBe(["GetItem"]);
    }

    [Fact]
    public async Task Run_PaidOrder_AnswersTheStoredQuote()
    {
        var order = await Stories.PaidAsync();
        (await Steps.Quote.RunAsync(order.OrderId, Token)).ShouldBe(order.Quote);
    }

    [Fact]
    public async Task Run_InReviewAfterItsQuote_AnswersTheStoredQuote()
    {
        var order = await Stories.ReservedAsync();
        await Stories.ReviewAsync(order);
        (await Steps.Quote.RunAsync(order.OrderId, Token)).ShouldBe(order.Quote);
    }

    [Fact]
    public async Task Run_InReviewBeforeItsQuote_QuotesAndKeepsWhatTheOperatorDid()
    {
        var order = await Stories.SheetAsync();
        await Stories.ReviewAsync(order, "Quote");
        (await Steps.Resume.RunAsync(order.OrderId, "mina", "The table is back.", Token)).Resume!.Step.ShouldBe("Quote");

        (await Steps.Quote.RunAsync(order.OrderId, Token)).TotalWon.ShouldBe(9_000);
        (await OrderAsync(order.OrderId)).Status.ShouldBe(OrderStatus.Quoted);
        (await Cafe.Table.ItemAsync(ItemKey.Order(order.OrderId)))["operatorActions"].L.ShouldHaveSingleItem().M["by"].S.ShouldBe("mina");
        await Cafe.Books.BalanceAsync();
    }

    [Fact]
    public async Task Run_WhileAResumeIsNotFinished_KeepsThatItWasAskedFor()
    {
        var order = await Stories.SheetAsync();
        await Stories.ReviewAsync(order, "Quote");
        await Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), "resumeAskedAt", Attributes.Instant(Cafe.Time.GetUtcNow()));
        await Steps.Quote.RunAsync(order.OrderId, Token);
        var quoted = await OrderAsync(order.OrderId);
        (quoted.ResumeAskedAt, quoted.Failure).ShouldBe((Cafe.Time.GetUtcNow(), "States.Timeout"));
    }

    [Fact]
    public async Task Run_LateWhileItsOrderWaitsForAnOperator_LeavesTheReview()
    {
        var order = await Stories.SheetAsync();
        await Stories.ReviewAsync(order, "Quote");
        await Steps.Quote.RunAsync(order.OrderId, Token);
        var quoted = await OrderAsync(order.OrderId);
        (quoted.Status, quoted.ReviewToken, quoted.FailedStep).ShouldBe((OrderStatus.Quoted, new Credential(OrderStories.ReviewToken), "Quote"));
        await Cafe.Books.BalanceAsync();
    }

    [Fact]
    public async Task Run_ReviewEndsMeanwhile_IsRepeated()
    {
        var order = await Stories.SheetAsync();
        await Stories.ReviewAsync(order, "Quote");
        Cafe.DynamoDbWire.Before("TransactWriteItems", () => Steps.Resume.RunAsync(order.OrderId, "mina", "The table is back."));
        await Should.ThrowAsync<OrderConflictException>(() => Steps.Quote.RunAsync(order.OrderId));

        (await Steps.Quote.RunAsync(order.OrderId, Token)).TotalWon.ShouldBe(9_000);
        (await OrderAsync(order.OrderId)).ReviewToken.ShouldBeNull();
        await Cafe.Books.BalanceAsync();
    }

    [Fact]
    public async Task Run_InReviewBeforeItsQuote_CanStillBeRefused()
    {
        var order = await Stories.SheetAsync();
        await Stories.ReviewAsync(order, "Quote");
        Cafe.Time.Advance(Cafe.Services.Rules.SheetLifetime);

        await RejectedAsync(order.OrderId, Rejection.SheetExpired);
        await Cafe.Books.BalanceAsync();
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    public async Task Run_SheetAtTheEndOfItsTime_IsRefusedFromThenOn(int milliseconds, bool isRefused)
    {
        var order = await Stories.SheetAsync();
        Cafe.Time.Advance(Cafe.Services.Rules.SheetLifetime + TimeSpan.FromMilliseconds(milliseconds));
        if (isRefused)
            await RejectedAsync(order.OrderId, Rejection.SheetExpired);
        else
            (await Steps.Quote.RunAsync(order.OrderId, Token)).TotalWon.ShouldBe(9_000);
    }

    [Fact]
    public async Task Run_NoSheet_IsRefused()
    {
        await RejectedAsync(OrderId.Parse("0301-NOWHERE1"), Rejection.SheetExpired);
        (await OrderAsync(OrderId.Parse("0301-NOWHERE1"))).MemberId.ShouldBe("");
        await Cafe.Books.BalanceAsync();
    }

    [Theory]
    [InlineData(4_499, false, Rejection.PriceChanged)]
    [InlineData(4_500, true, Rejection.SoldOut)]
    public async Task Run_MenuChangedSinceTheSheet_IsRefused(long priceWon, bool soldOut, string code)
    {
        var order = await Stories.SheetAsync();
        await Cafe.Services.Menu.PutAsync(TestCafe.Americano with { PriceWon = priceWon, SoldOut = soldOut });
        await RejectedAsync(order.OrderId, code);
    }

    [Fact]
    public async Task Run_ItemGoneFromTheMenu_IsRefused()
    {
        var order = await Stories.SheetAsync();
        await Cafe.Table.DeleteAsync(ItemKey.MenuItem("americano"));
        await RejectedAsync(order.OrderId, Rejection.UnknownItem);
    }

    [Fact]
    public async Task Run_AnotherOrderInFlight_IsRefusedAndLeavesTheOtherAlone()
    {
        var first = await Stories.ReservedAsync();
        var second = await Stories.SheetAsync(first.Member);

        await RejectedAsync(second.OrderId, Rejection.AnotherOrderOpen);
        (await Cafe.Services.Accounts.FindAsync(first.Member.MemberId,
            cancellationToken: TestContext.Current.CancellationToken))!.OpenOrderId.ShouldBe(first.OrderId);
        await Cafe.Books.BalanceAsync();
    }

    [Fact]
    public async Task Run_AccountGone_IsRefused()
    {
        var order = await Stories.SheetAsync();
        await Cafe.Table.DeleteAsync(ItemKey.Account(order.Member.MemberId));
        await RejectedAsync(order.OrderId, Rejection.NotAMember);
    }

    [Fact]
    public async Task Run_RejectedBefore_RefusesAgainForTheSameReason()
    {
        var first = await Stories.ReservedAsync();
        var second = await Stories.SheetAsync(first.Member);
        await RejectedAsync(second.OrderId, Rejection.AnotherOrderOpen);
        await Steps.Release.RunAsync(first.OrderId, OrderStatus.Cancelled, cancellationToken: Token);
        var before = await Cafe.Table.DumpAsync();

        await RejectedAsync(second.OrderId, Rejection.AnotherOrderOpen);
        (await Cafe.Table.DumpAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Run_EndedOrder_IsRefusedAndStaysAsItIs()
    {
        var order = await Stories.EndedAsync(OrderStatus.Expired);
        var before = await Cafe.Table.DumpAsync();

        var error = await Should.ThrowAsync<OrderRejectedException>(() => Steps.Quote.RunAsync(order.OrderId));
        error.RejectionCode.ShouldBe(Rejection.Ended);
        (await Cafe.Table.DumpAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Run_TwoRunsAtOnce_GiveOneOrderAndTheSameQuote()
    {
        var order = await Stories.SheetAsync();
        OrderQuote? other = null;
        Cafe.DynamoDbWire.Before("TransactWriteItems", async () => other = await Steps.Quote.RunAsync(order.OrderId));

        (await Steps.Quote.RunAsync(order.OrderId, Token)).ShouldBe(other);
        (await OrderAsync(order.OrderId)).Status.ShouldBe(OrderStatus.Quoted);
        await Cafe.Books.BalanceAsync();
    }

    [Fact]
    public async Task Run_AnswerOfTheWriteLost_AnswersTheQuoteOnTheRepeat()
    {
        var order = await Stories.SheetAsync();
        Cafe.DynamoDbWire.LoseAnswer("TransactWriteItems");

        (await Steps.Quote.RunAsync(order.OrderId, Token)).TotalWon.ShouldBe(9_000);
        await Cafe.Books.BalanceAsync();
    }

    private async Task RejectedAsync(OrderId orderId, string code)
    {
        var error = await Should.ThrowAsync<OrderRejectedException>(() => Steps.Quote.RunAsync(orderId));
        error.RejectionCode.ShouldBe(code);
        var order = await OrderAsync(orderId);
        (order.Status, order.RejectionCode).ShouldBe((OrderStatus.Rejected, code));
        (await Cafe.Table.IndexAsync("OpenOrders", "openStatus", OrderStatus.Rejected)).ShouldBeEmpty();
    }
}
