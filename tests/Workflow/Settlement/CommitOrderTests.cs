using KakaoWorkflow.Settlement;

namespace KakaoWorkflow.Tests.Workflow.Settlement;

public sealed class CommitOrderTests(DynoxideServer server) : CafeTest(server)
{
    [Fact]
    public async Task Run_CapturedPlainOrder_EarnsPoints()
    {
        var order = await Stories.CapturedAsync();

        (await Steps.Commit.RunAsync(order.OrderId, order.Approval!.Aid, Token)).ShouldBe(new CommittedOrder(OrderStatus.Paid, 900));

        var paid = await OrderAsync(order.OrderId);
        (paid.Status, paid.EarnedPoints, paid.TaskToken, paid.PgToken).ShouldBe((OrderStatus.Paid, 900, null, null));
        var item = await Cafe.Table.ItemAsync(ItemKey.Order(order.OrderId));
        item.Text("aid").ShouldBe(order.Approval.Aid);
        item.Instant("paidAt").ShouldBe(Cafe.Time.GetUtcNow());
        (await PointsAsync(order.Member)).ShouldBe((900, 0));
        (await Cafe.Services.Accounts.FindAsync(order.Member.MemberId, cancellationToken: TestContext.Current.CancellationToken))!.OpenOrderId.ShouldBeNull();
        await Cafe.Books.BalanceWithMoneyAsync();
    }

    [Fact]
    public async Task Run_CapturedOrderWithPoints_BurnsTheHoldAndEarnsNothing()
    {
        var member = await Stories.SignUpAsync(points: 1_500);
        var order = await Stories.CapturedAsync(member, points: 1_000);

        (await Steps.Commit.RunAsync(order.OrderId, order.Approval!.Aid, Token)).EarnedPoints.ShouldBe(0);

        (await HoldAsync(order)).ShouldBe(HoldState.Committed);
        (await PointsAsync(member)).ShouldBe((500, 0));
        (await Steps.Ledger.LinesAsync(member.MemberId)).Select(line => line.Kind)
            .ShouldBe([LedgerKind.Grant, LedgerKind.Hold, LedgerKind.Burn], ignoreOrder: true);
        await Cafe.Books.BalanceWithMoneyAsync();
    }

    [Fact]
    public async Task Run_PaidByPointsAlone_NeedsNoApproval()
    {
        var order = await Stories.ReservedAsync(points: 9_000);
        (await Steps.Commit.RunAsync(order.OrderId, approvalId: null, Token)).ShouldBe(new CommittedOrder(OrderStatus.Paid, 0));

        (await PointsAsync(order.Member)).ShouldBe((0, 0));
        (await Cafe.Table.ItemAsync(ItemKey.Order(order.OrderId))).OptionalText("aid").ShouldBeNull();
        await Cafe.Books.BalanceWithMoneyAsync();
    }

    [Theory]
    [InlineData(0, 0, 10)]
    [InlineData(1, 0, 10)]
    [InlineData(0, 1, 0)]
    public async Task Run_KeepsByWhichRuleItEarnedAndWhatPaidDebt(long debt, long points, int percent)
    {
        var order = await Stories.CapturedAsync(points: points);
        if (debt > 0)
            await Cafe.Table.SetAsync(ItemKey.Account(order.Member.MemberId), "debtPoints", Attributes.Number(debt));
        await Steps.Commit.RunAsync(order.OrderId, order.Approval!.Aid, Token);

        var item = await Cafe.Table.ItemAsync(ItemKey.Order(order.OrderId));
        (item.Number("earnedPercent"), item.OptionalNumber("debtPaidPoints")).ShouldBe((percent, debt > 0 ? debt : null));
        (await PointsAsync(order.Member)).ShouldBe(points > 0 ? (0, 0) : (900 - debt, 0));
        (await HoldAsync(order)).ShouldBe(points > 0 ? HoldState.Committed : null);
        (await Steps.Ledger.LinesAsync(order.Member.MemberId)).Count(line => line.Kind == LedgerKind.Burn).ShouldBe(points > 0 ? 1 : 0);
    }

    [Fact]
    public async Task Run_HoldOfOnePointIsMissing_IsImpossible()
    {
        var order = await Stories.CapturedAsync(points: 1);
        await Cafe.Table.DeleteAsync(ItemKey.Hold(order.Member.MemberId, order.OrderId));
        (await Should.ThrowAsync<CommitImpossibleException>(() => Steps.Commit.RunAsync(order.OrderId, order.Approval!.Aid)))
            .Message.ShouldContain("missing");
    }

    /// <summary>Earlier versions did not keep what an order has earned.</summary>
    [Fact]
    public async Task Run_PaidByAnEarlierVersion_HasEarnedNothing()
    {
        var order = await Stories.PaidAsync();
        await Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), "earnedPoints", null);
        (await Steps.Commit.RunAsync(order.OrderId, null, Token)).ShouldBe(new CommittedOrder(OrderStatus.Paid, 0));
    }

    [Fact]
    public async Task Run_InReview_Commits()
    {
        var order = await Stories.CapturedAsync(points: 1_000);
        await Stories.ReviewAsync(order);

        (await Steps.Commit.RunAsync(order.OrderId, order.Approval!.Aid, Token)).Outcome.ShouldBe(OrderStatus.Paid);
        (await OrderAsync(order.OrderId)).ReviewToken.ShouldBe(new Credential(OrderStories.ReviewToken), "its execution still waits for a person");
        await Cafe.Books.BalanceWithMoneyAsync();
    }

    [Fact]
    public async Task Run_QuotedButNotReserved_DoesNotCommit()
    {
        await ImpossibleAsync(await Stories.QuotedAsync(points: 1_000), "missing");
        var plain = await Stories.QuotedAsync();
        await Should.ThrowAsync<OrderConflictException>(() => Steps.Commit.RunAsync(plain.OrderId, "A1"));
        await Cafe.Books.BalanceAsync();
    }

    [Fact]
    public async Task Run_PaidBefore_AnswersAsBefore()
    {
        var order = await Stories.PaidAsync();
        Cafe.Time.Advance(TimeSpan.FromMinutes(1));
        await UnchangedAsync(
            async () => (await Steps.Commit.RunAsync(order.OrderId, order.Approval!.Aid, Token)).ShouldBe(new CommittedOrder(OrderStatus.Paid, 900)));
    }

    [Fact]
    public async Task Run_TwoRunsAtOnce_CommitOnce()
    {
        var order = await Stories.CapturedAsync(points: 1_000);
        Cafe.DynamoDbWire.Before("TransactWriteItems", () => Steps.Commit.RunAsync(order.OrderId, order.Approval!.Aid));

        (await Steps.Commit.RunAsync(order.OrderId, order.Approval!.Aid, Token)).Outcome.ShouldBe(OrderStatus.Paid);
        await Cafe.Books.BalanceWithMoneyAsync();
    }

    [Fact]
    public async Task Run_AnswerOfTheWriteLost_CommitsOnce()
    {
        var order = await Stories.CapturedAsync();
        Cafe.DynamoDbWire.LoseAnswer("TransactWriteItems");

        (await Steps.Commit.RunAsync(order.OrderId, order.Approval!.Aid, Token)).ShouldBe(new CommittedOrder(OrderStatus.Paid, 900));
        (await PointsAsync(order.Member)).ShouldBe((900, 0));
        await Cafe.Books.BalanceWithMoneyAsync();
    }

    [Fact]
    public async Task Run_Withdrawn_IsImpossible()
    {
        var order = await Stories.CapturedAsync();
        await Steps.Park.WithdrawAsync(order.OrderId, Token);
        await ImpossibleAsync(order, "withdrew");
    }

    [Fact]
    public async Task Run_WithdrawnWhileTheCommitIsUnderWay_IsImpossible()
    {
        var order = await Stories.CapturedAsync(points: 1_000);
        Cafe.DynamoDbWire.Before("TransactWriteItems", () => Steps.Park.WithdrawAsync(order.OrderId, Token));

        var error = await Should.ThrowAsync<CommitImpossibleException>(() => Steps.Commit.RunAsync(order.OrderId, "A1"));
        error.Message.ShouldContain("withdrew");
        (await PointsAsync(order.Member)).ShouldBe((0, 1_000));
        await Cafe.Books.BalanceAsync();
    }

    /// <summary>The customer has the money back by other means, and would have the coffee too.</summary>
    [Fact]
    public async Task Run_SettledAsRefunded_IsImpossible()
    {
        var order = await Stories.CapturedAsync();
        await SettleAsync(order, SettledAs.Refunded);
        await ImpossibleAsync(order, "given the money back");
    }

    [Theory]
    [InlineData(SettledAs.Refunded, false)]
    [InlineData(SettledAs.NotCaptured, true)]
    [InlineData(SettledAs.Captured, true)]
    public async Task Run_SettledWhileTheCommitIsUnderWay_IsImpossibleOnlyIfTheMoneyIsBack(string settledAs, bool isSold)
    {
        var order = await Stories.CapturedAsync();
        Cafe.DynamoDbWire.Before("TransactWriteItems", () => SettleAsync(order, settledAs));
        var committing = Steps.Commit.RunAsync(order.OrderId, "A1", Token);
        if (isSold)
            await committing;
        else
            await Should.ThrowAsync<CommitImpossibleException>(committing);
        (await OrderAsync(order.OrderId)).Status.ShouldBe(isSold ? OrderStatus.Paid : OrderStatus.AwaitingPayment);
    }

    /// <summary>An earlier attempt's commit comes through between the looks at the order and at its hold.</summary>
    [Fact]
    public async Task Run_HoldCommittedMeanwhile_IsAConflictAndTheRepeatSeesItPaid()
    {
        var order = await Stories.CapturedAsync(points: 1_000);
        var hold = ItemKey.Hold(order.Member.MemberId, order.OrderId);
        await Cafe.Table.SetAsync(hold, "state", Attributes.Text(HoldState.Committed));
        await Should.ThrowAsync<OrderConflictException>(() => Steps.Commit.RunAsync(order.OrderId, "A1"));
        await Cafe.Table.SetAsync(hold, "state", Attributes.Text(HoldState.Held));
        await Steps.Commit.RunAsync(order.OrderId, "A1", Token);
        (await OrderAsync(order.OrderId)).Status.ShouldBe(OrderStatus.Paid);
    }

    [Fact]
    public async Task Run_EndedOrder_IsImpossible() =>
        await ImpossibleAsync(await Stories.EndedAsync(OrderStatus.Expired, points: 1_000), "EXPIRED");

    [Theory]
    [InlineData(HoldState.Released)]
    [InlineData(HoldState.Void)]
    public async Task Run_HoldInAnotherState_IsImpossible(string state)
    {
        var order = await Stories.CapturedAsync(points: 1_000);
        await Cafe.Table.SetAsync(ItemKey.Hold(order.Member.MemberId, order.OrderId), "state", Attributes.Text(state));
        await ImpossibleAsync(order, state);
    }

    [Fact]
    public async Task Run_HoldMissing_IsImpossible()
    {
        var order = await Stories.CapturedAsync(points: 1_000);
        await Cafe.Table.DeleteAsync(ItemKey.Hold(order.Member.MemberId, order.OrderId));
        await ImpossibleAsync(order, "missing");
    }

    [Fact]
    public async Task Run_AccountGone_IsImpossible()
    {
        var order = await Stories.CapturedAsync(points: 1_000);
        await Cafe.Table.DeleteAsync(ItemKey.Account(order.Member.MemberId));
        await ImpossibleAsync(order, "account");
    }

    [Fact]
    public async Task Run_AccountNamesAnotherOrder_IsAConflictForAPerson()
    {
        var order = await Stories.CapturedAsync();
        await Cafe.Table.SetAsync(ItemKey.Account(order.Member.MemberId), "openOrderId", Attributes.Text("0301-OTHER000"));
        await Should.ThrowAsync<OrderConflictException>(() => Steps.Commit.RunAsync(order.OrderId, "A1"));
        (await OrderAsync(order.OrderId)).Status.ShouldBe(OrderStatus.AwaitingPayment);
    }

    [Fact]
    public async Task Run_NoOrder_IsAnError() =>
        await Should.ThrowAsync<OrderNotFoundException>(() => Steps.Commit.RunAsync(OrderId.Parse("0301-NOWHERE1"), null));

    private Task SettleAsync(TestOrder order, string settledAs) =>
        Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), "settledAs", Attributes.Text(settledAs));

    private async Task ImpossibleAsync(TestOrder order, string reason)
    {
        var before = await Cafe.Table.DumpAsync();
        var error = await Should.ThrowAsync<CommitImpossibleException>(() => Steps.Commit.RunAsync(order.OrderId, order.Approval?.Aid));
        error.Message.ShouldContain(reason);
        (await Cafe.Table.DumpAsync()).ShouldBe(before);
    }
}
