namespace KakaoWorkflow.Tests.Workflow.Refunds;

public sealed class RefundOrderTests(DynoxideServer server) : CafeTest(server)
{
    [Fact]
    public async Task CashOrder_InFull_GivesBackTheMoneyAndTakesTheEarnedPoints()
    {
        var order = await Stories.PaidAsync();

        (await Steps.RefundOrder.RunAsync(order.Refund, Token)).ShouldBe(RefundOutcome.Settled);

        var after = await OrderAsync(order.OrderId);
        (after.Status, after.RefundedWon, after.TakenBackPoints, after.OpenStatus).ShouldBe((OrderStatus.Refunded, 9_000, 900, null));
        (await Cafe.Books.KeptWonAsync(order)).ShouldBe(0);
        (await PointsAsync(order.Member)).ShouldBe((0, 0));
        await Cafe.Books.CheckAsync();
    }

    [Fact]
    public async Task PointsOrder_InFull_NeedsNoKakaoPay()
    {
        var order = await Stories.PaidAsync(points: 4_500, lines: TestMenu.Americano(1));
        await Cafe.FaultAsync(FaultOperation.Cancel, FaultKind.ServerErrorBeforeCapture, fault => fault with { Always = true });

        (await Steps.RefundOrder.RunAsync(order.Refund, Token)).ShouldBe(RefundOutcome.Settled);

        (await PointsAsync(order.Member)).ShouldBe((4_500, 0));
        await Cafe.Books.CheckAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task MixedOrder_LineByLine_SumsToTheWhole(bool earnsWhenSpending)
    {
        Cafe.Variables["POINTS_EARN_WHEN_SPENDING"] = earnsWhenSpending ? "1" : "0";
        var paid = await Stories.PaidAsync(points: 3_333, lines: [TestMenu.Cookie(3), TestMenu.Cheesecake(2)]);
        var order = await OrderAsync(paid.OrderId);
        var (keptWon, earnedPoints) = (await Cafe.Books.KeptWonAsync(paid), order.EarnedPoints ?? 0);
        (await PointsAsync(paid.Member)).ShouldBe((earnedPoints, 0));

        foreach (var (line, quantity) in new[] { (1, 1), (2, 1), (1, 3), (2, 2) })
        {
            order.Status.ShouldBe(OrderStatus.Paid);
            (await Steps.RefundOrder.RunAsync(paid.Refund with { Line = line, Quantity = quantity }, Token)).ShouldBe(RefundOutcome.Settled);
            order = await OrderAsync(paid.OrderId);
            (await Cafe.Books.KeptWonAsync(paid)).ShouldBe(keptWon - order.RefundedWon);
            await Cafe.Books.CheckAsync();
        }

        (order.Status, order.RefundedWon, order.RefundedPoints).ShouldBe((OrderStatus.Refunded, keptWon, 3_333));
        (await Cafe.Books.KeptWonAsync(paid)).ShouldBe(0);
        (await PointsAsync(paid.Member)).ShouldBe((3_333, 0));
    }

    [Fact]
    public async Task EarnedPoints_SpentElsewhere_BecomeDebtThatLaterEarningsPayFirst()
    {
        var member = await Stories.SignUpAsync();
        var earning = await Stories.PaidAsync(member);
        Cafe.Time.Advance(TimeSpan.FromMinutes(1));
        await Stories.PaidAsync(member, 700, TestMenu.Americano(1));

        Cafe.Time.Advance(TimeSpan.FromMinutes(1));
        await Steps.RefundOrder.RunAsync(earning.Refund, Token);
        await HasAsync(member, available: 0, debt: 700);
        await Cafe.Books.CheckAsync();

        Cafe.Time.Advance(TimeSpan.FromMinutes(1));
        (await OrderAsync((await Stories.PaidAsync(member, lines: TestMenu.Americano(1))).OrderId)).DebtPaidPoints.ShouldBe(450);
        await HasAsync(member, available: 0, debt: 250);

        Cafe.Time.Advance(TimeSpan.FromMinutes(1));
        (await OrderAsync((await Stories.PaidAsync(member, lines: TestMenu.Americano(1))).OrderId)).DebtPaidPoints.ShouldBe(250);
        await HasAsync(member, available: 200, debt: 0);
        await Cafe.Books.CheckAsync();
    }

    [Fact]
    public async Task SameRequest_Twice_RefundsOnce()
    {
        var order = await Stories.PaidAsync(lines: TestMenu.Cookie(3));
        var one = order.Refund with { Line = 1, Quantity = 1 };

        (await Steps.RefundOrder.RunAsync(one, Token)).ShouldBe(RefundOutcome.Settled);
        (await Steps.RefundOrder.RunAsync(one, Token)).ShouldBe(RefundOutcome.NothingLeft);
        (await Steps.RefundOrder.RunAsync(order.Refund, Token)).ShouldBe(RefundOutcome.Settled);
        (await Steps.RefundOrder.RunAsync(order.Refund, Token)).ShouldBe(RefundOutcome.NothingLeft);

        (await OrderAsync(order.OrderId)).RefundCount.ShouldBe(2);
        await Cafe.Books.CheckAsync();
    }

    [Fact]
    public async Task SameRequest_ManyTimesAtOnce_RefundsOnce()
    {
        var order = await Stories.PaidAsync(points: 1_000);
        var one = order.Refund with { Line = 1, Quantity = 1 };

        await Cafe.Time.RunUntilAsync(
            TimeSpan.FromMilliseconds(10), Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Steps.RefundOrder.RunAsync(one, Token))));
        await Steps.CarryOnRefund.RunAsync(order.OrderId, Token);

        var after = await OrderAsync(order.OrderId);
        (after.RefundCount, after.RefundedWon, after.RefundedPoints).ShouldBe((1, 4_000, 500));
        (await Cafe.Books.KeptWonAsync(order)).ShouldBe(4_000);
        await Cafe.Books.CheckAsync();
    }

    [Theory]
    [InlineData(FaultKind.ServerErrorAfterCapture)]
    [InlineData(FaultKind.ServerErrorBeforeCapture)]
    public async Task Cancel_AnswerLost_IsResolvedByInquiry(FaultKind fault)
    {
        var order = await Stories.PaidAsync(points: 500);
        await Cafe.FaultAsync(FaultOperation.Cancel, fault);
        var one = order.Refund with { Line = 1, Quantity = 1 };

        (await Steps.RefundOrder.RunAsync(one, Token)).ShouldBe(RefundOutcome.UnderWay);
        await Cafe.Books.CheckAsync();
        (await Steps.CarryOnRefund.RunAsync(order.OrderId, Token))!.State.ShouldBe(RefundState.Settled);

        (await Cafe.Books.KeptWonAsync(order)).ShouldBe(4_250);
        (await OrderAsync(order.OrderId)).RefundedPoints.ShouldBe(250);
        await Cafe.Books.CheckAsync();
    }

    [Fact]
    public async Task Money_ThatSomebodyElseGaveBack_StopsTheRefund()
    {
        var order = await Stories.PaidAsync();
        await Stories.CancelElsewhereAsync(order, 123);

        await Should.ThrowAsync<RefundMismatchException>(() => Steps.RefundOrder.RunAsync(order.Refund with { Line = 1, Quantity = 1 }, Token));

        (await Cafe.Books.KeptWonAsync(order)).ShouldBe(9_000 - 123);
    }

    [Fact]
    public async Task Money_OfWhichLessIsLeftThanIsToGoBack_StopsTheRefund()
    {
        var order = await Stories.PaidAsync();
        await Steps.RequestRefund.RunAsync(order.Refund, Token);
        await Cafe.Table.SetAsync(ItemKey.Refund(order.OrderId, 1), "cashWon", Attributes.Number(9_001));

        (await Should.ThrowAsync<RefundMismatchException>(() => Steps.CarryOnRefund.RunAsync(order.OrderId, Token))).Message.ShouldContain("9000 won left");

        (await Cafe.Books.KeptWonAsync(order)).ShouldBe(9_000);
    }

    [Fact]
    public async Task Order_ThatIsNotPaid_IsRefused()
    {
        var order = await Stories.ReservedAsync(lines: TestMenu.Americano(1));

        (await Should.ThrowAsync<RefundRefusedException>(() => Steps.RefundOrder.RunAsync(new RefundRequest(order.OrderId, "kim", "test"), Token)))
            .Reason.ShouldBe(RefundRefusal.NotPaid);
        await Should.ThrowAsync<OrderNotFoundException>(() => Steps.RefundOrder.RunAsync(new RefundRequest(OrderId.Parse("none"), "kim", "test"), Token));
    }

    [Theory]
    [InlineData(2, 1, RefundRefusal.NoSuchLine)]
    [InlineData(1, 3, RefundRefusal.TooMany)]
    public async Task Line_ThatTheOrderDoesNotHave_IsRefused(int line, int quantity, RefundRefusal reason)
    {
        var order = await Stories.PaidAsync();

        (await Should.ThrowAsync<RefundRefusedException>(
            () => Steps.RefundOrder.RunAsync(order.Refund with { Line = line, Quantity = quantity }, Token))).Reason.ShouldBe(reason);
        (await OrderAsync(order.OrderId)).RefundCount.ShouldBe(0);
    }

    [Theory]
    [InlineData("", "why", null, null)]
    [InlineData("kim", " ", null, null)]
    [InlineData("kim", "why", null, 1)]
    [InlineData("kim", "why", 0, null)]
    [InlineData("kim", "why", 1, 0)]
    public void Request_Malformed_IsRefused(string by, string why, int? line, int? quantity) =>
        Should.Throw<ArgumentException>(() => new RefundRequest(OrderId.Parse("1123-0001"), by, why) { Line = line, Quantity = quantity }.Validate());

    [Theory]
    [InlineData(RefundRequest.MaxTextLength, false)]
    [InlineData(RefundRequest.MaxTextLength + 1, true)]
    public void Reason_UpToItsLimit_IsKept(int length, bool refused)
    {
        var request = new RefundRequest(OrderId.Parse("1123-0001"), "kim", new string('x', length));
        if (refused)
            Should.Throw<ArgumentException>(request.Validate);
        else
            request.Validate();
    }

    [Fact]
    public async Task Refund_OfOneEarnedPoint_TakesItBack()
    {
        var order = await Stories.PaidAsync(lines: [TestMenu.Americano(1), new OrderLine("gum", "껌", 10, 1)]);
        (await Steps.RefundOrder.RunAsync(order.Refund with { Line = 2 }, Token)).ShouldBe(RefundOutcome.Settled);
        (await PointsAsync(order.Member)).ShouldBe((450, 0));
        (await Steps.Ledger.LinesAsync(order.Member.MemberId)).Single(line => line.Kind == LedgerKind.TakeBack).AvailableDelta.ShouldBe(-1);
        await Cafe.Books.CheckAsync();
    }

    [Theory]
    [InlineData(RequestRefund.MaxRefunds - 1, false)]
    [InlineData(RequestRefund.MaxRefunds, true)]
    public async Task Order_TakesSoManyRefunds(int earlier, bool refused)
    {
        var order = await Stories.PaidAsync();
        await Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), "refundCount", Attributes.Number(earlier));

        var asking = Steps.RequestRefund.RunAsync(order.Refund, Token);
        if (refused)
            (await Should.ThrowAsync<RefundRefusedException>(asking)).Reason.ShouldBe(RefundRefusal.TooOften);
        else
            (await asking).ShouldBe(RequestRefund.MaxRefunds);
    }

    private async Task HasAsync(TestMember member, long available, long debt)
    {
        var account = (await Cafe.Services.Accounts.FindAsync(member.MemberId, Token))!;
        (account.AvailablePoints, account.DebtPoints).ShouldBe((available, debt));
    }
}
