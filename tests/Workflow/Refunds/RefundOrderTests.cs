using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Local.KakaoPay.Faults;
using KakaoWorkflow.Menu;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Points;
using KakaoWorkflow.Pricing;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Tables;
using KakaoWorkflow.Tests.Support.Recovery;

namespace KakaoWorkflow.Tests.Workflow.Refunds;

public sealed class RefundOrderTests(TableServer server) : IClassFixture<TableServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CashOrder_InFull_GivesBackTheMoneyAndTakesTheEarnedPoints()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(2));

        (await cafe.Refund.RunAsync(All(order), Token)).ShouldBe(RefundOutcome.Settled);

        var after = await cafe.Orders.GetAsync(order.OrderId, Token);
        (after.Status, after.RefundedWon, after.TakenBackPoints, after.OpenStatus).ShouldBe((OrderStatus.Refunded, 9_000, 900, null));
        (await cafe.KeptWonAsync(order.OrderId)).ShouldBe(0);
        (await cafe.Accounts.FindAsync(order.MemberId, cancellationToken: TestContext.Current.CancellationToken))!.AvailablePoints.ShouldBe(0);
        await cafe.CheckAsync();
    }

    [Fact]
    public async Task PointsOrder_InFull_NeedsNoKakaoPay()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(points: 4_500), 4_500, TestMenu.Americano(1));
        await cafe.Host.Simulator.Faults.AddAsync(
            new Fault { Operation = FaultOperation.Cancel, Kind = FaultKind.ServerErrorBeforeCapture, Always = true });

        (await cafe.Refund.RunAsync(All(order), Token)).ShouldBe(RefundOutcome.Settled);

        (await cafe.Accounts.FindAsync(order.MemberId, cancellationToken: TestContext.Current.CancellationToken))!.AvailablePoints.ShouldBe(4_500);
        await cafe.CheckAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task MixedOrder_LineByLine_SumsToTheWhole(bool earnsWhenSpending)
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server, new PricingRules { EarnWhenSpending = earnsWhenSpending });
        var member = await cafe.MemberAsync(points: 3_333);
        var order = await cafe.PaidAsync(member, 3_333, TestMenu.Cookie(3), TestMenu.Cake(2));
        var (keptWon, points) = (await cafe.KeptWonAsync(order.OrderId),
            (await cafe.Accounts.FindAsync(member, cancellationToken: TestContext.Current.CancellationToken))!.AvailablePoints);

        foreach (var (line, quantity) in new[] { (1, 1), (2, 1), (1, 3), (2, 2) })
        {
            order = await cafe.Orders.GetAsync(order.OrderId, Token);
            order.Status.ShouldBe(OrderStatus.Paid);
            (await cafe.Refund.RunAsync(All(order) with { Line = line, Quantity = quantity }, Token)).ShouldBe(RefundOutcome.Settled);
            order = await cafe.Orders.GetAsync(order.OrderId, Token);
            (await cafe.KeptWonAsync(order.OrderId)).ShouldBe(keptWon - order.RefundedWon);
            await cafe.CheckAsync();
        }

        (order.Status, order.RefundedWon, order.RefundedPoints).ShouldBe((OrderStatus.Refunded, keptWon, 3_333));
        (await cafe.KeptWonAsync(order.OrderId)).ShouldBe(0);
        (await cafe.Accounts.FindAsync(member,
            cancellationToken: TestContext.Current.CancellationToken))!.AvailablePoints.ShouldBe(points + 3_333 - (order.EarnedPoints ?? 0));
    }

    [Fact]
    public async Task EarnedPoints_SpentElsewhere_BecomeDebtThatLaterEarningsPayFirst()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var member = await cafe.MemberAsync();
        var earning = await cafe.PaidAsync(member, 0, TestMenu.Americano(2));
        cafe.Time.Advance(TimeSpan.FromMinutes(1));
        await cafe.PaidAsync(member, 700, TestMenu.Americano(1));

        cafe.Time.Advance(TimeSpan.FromMinutes(1));
        await cafe.Refund.RunAsync(All(earning), Token);
        var account = (await cafe.Accounts.FindAsync(member, cancellationToken: TestContext.Current.CancellationToken))!;
        (account.AvailablePoints, account.DebtPoints).ShouldBe((0, 700));
        await cafe.CheckAsync();

        cafe.Time.Advance(TimeSpan.FromMinutes(1));
        (await cafe.PaidAsync(member, 0, TestMenu.Americano(1))).DebtPaidPoints.ShouldBe(450);
        account = (await cafe.Accounts.FindAsync(member, cancellationToken: TestContext.Current.CancellationToken))!;
        (account.AvailablePoints, account.DebtPoints).ShouldBe((0, 250));

        cafe.Time.Advance(TimeSpan.FromMinutes(1));
        (await cafe.PaidAsync(member, 0, TestMenu.Americano(1))).DebtPaidPoints.ShouldBe(250);
        account = (await cafe.Accounts.FindAsync(member, cancellationToken: TestContext.Current.CancellationToken))!;
        (account.AvailablePoints, account.DebtPoints).ShouldBe((200, 0));
        await cafe.CheckAsync();
    }

    [Fact]
    public async Task SameRequest_Twice_RefundsOnce()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Cookie(3));
        var one = All(order) with { Line = 1, Quantity = 1 };

        (await cafe.Refund.RunAsync(one, Token)).ShouldBe(RefundOutcome.Settled);
        (await cafe.Refund.RunAsync(one, Token)).ShouldBe(RefundOutcome.NothingLeft);
        (await cafe.Refund.RunAsync(All(order), Token)).ShouldBe(RefundOutcome.Settled);
        (await cafe.Refund.RunAsync(All(order), Token)).ShouldBe(RefundOutcome.NothingLeft);

        (await cafe.Orders.GetAsync(order.OrderId, Token)).RefundCount.ShouldBe(2);
        await cafe.CheckAsync();
    }

    [Fact]
    public async Task SameRequest_ManyTimesAtOnce_RefundsOnce()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(points: 1_000), 1_000, TestMenu.Americano(2));
        var one = All(order) with { Line = 1, Quantity = 1 };

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => cafe.Refund.RunAsync(one, Token)));
        await cafe.CarryOn.RunAsync(order.OrderId, Token);

        var after = await cafe.Orders.GetAsync(order.OrderId, Token);
        (after.RefundCount, after.RefundedWon, after.RefundedPoints).ShouldBe((1, 4_000, 500));
        (await cafe.KeptWonAsync(order.OrderId)).ShouldBe(4_000);
        await cafe.CheckAsync();
    }

    [Theory]
    [InlineData(FaultKind.ServerErrorAfterCapture)]
    [InlineData(FaultKind.ServerErrorBeforeCapture)]
    public async Task Cancel_AnswerLost_IsResolvedByInquiry(FaultKind fault)
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(points: 500), 500, TestMenu.Americano(2));
        await cafe.Host.Simulator.Faults.AddAsync(new Fault { Operation = FaultOperation.Cancel, Kind = fault });
        var one = All(order) with { Line = 1, Quantity = 1 };

        (await cafe.Refund.RunAsync(one, Token)).ShouldBe(RefundOutcome.UnderWay);
        await cafe.CheckAsync();
        (await cafe.CarryOn.RunAsync(order.OrderId, Token))!.State.ShouldBe(RefundState.Settled);

        (await cafe.KeptWonAsync(order.OrderId)).ShouldBe(4_250);
        (await cafe.Orders.GetAsync(order.OrderId, Token)).RefundedPoints.ShouldBe(250);
        await cafe.CheckAsync();
    }

    [Fact]
    public async Task Money_ThatSomebodyElseGaveBack_StopsTheRefund()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(2));
        await cafe.CancelElsewhereAsync(order, 123);

        await Should.ThrowAsync<RefundMismatchException>(() => cafe.Refund.RunAsync(All(order) with { Line = 1, Quantity = 1 }, Token));

        (await cafe.KeptWonAsync(order.OrderId)).ShouldBe(9_000 - 123);
    }

    [Fact]
    public async Task Money_OfWhichLessIsLeftThanIsToGoBack_StopsTheRefund()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(2));
        await new RequestRefund(cafe.Table, cafe.Time).RunAsync(All(order), Token);
        await cafe.Table.UpdateAsync(
            new Update
            {
                Key = ItemKey.Refund(order.OrderId, 1).ToAttributes(),
                UpdateExpression = "SET cashWon = :won",
                ExpressionAttributeValues = new() { [":won"] = Attributes.Number(9_001) },
            },
            Token);

        (await Should.ThrowAsync<RefundMismatchException>(() => cafe.CarryOn.RunAsync(order.OrderId, Token))).Message.ShouldContain("9000 won left");

        (await cafe.KeptWonAsync(order.OrderId)).ShouldBe(9_000);
    }

    [Fact]
    public async Task Order_ThatIsNotPaid_IsRefused()
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var (orderId, _) = await cafe.ReservedAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1));

        (await Should.ThrowAsync<RefundRefusedException>(() => cafe.Refund.RunAsync(new RefundRequest(orderId, "kim", "test"), Token)))
            .Reason.ShouldBe(RefundRefusal.NotPaid);
        await Should.ThrowAsync<OrderNotFoundException>(() => cafe.Refund.RunAsync(new RefundRequest(OrderId.Parse("none"), "kim", "test"), Token));
    }

    [Theory]
    [InlineData(2, 1, RefundRefusal.NoSuchLine)]
    [InlineData(1, 3, RefundRefusal.TooMany)]
    public async Task Line_ThatTheOrderDoesNotHave_IsRefused(int line, int quantity, RefundRefusal reason)
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(2));

        (await Should.ThrowAsync<RefundRefusedException>(
            () => cafe.Refund.RunAsync(All(order) with { Line = line, Quantity = quantity }, Token))).Reason.ShouldBe(reason);
        (await cafe.Orders.GetAsync(order.OrderId, Token)).RefundCount.ShouldBe(0);
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
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        await new MenuBoard(cafe.Table, cafe.Time).PutAsync(new("gum", "껌", 10, SoldOut: false));
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(1), new OrderLine("gum", "껌", 10, 1));
        (await cafe.Refund.RunAsync(All(order) with { Line = 2 }, Token)).ShouldBe(RefundOutcome.Settled);
        (await cafe.Accounts.FindAsync("member", Token))!.AvailablePoints.ShouldBe(450);
        (await cafe.Ledger.LinesAsync("member")).Single(line => line.Kind == LedgerKind.TakeBack).AvailableDelta.ShouldBe(-1);
        await cafe.CheckAsync();
    }

    [Theory]
    [InlineData(RequestRefund.MaxRefunds - 1, false)]
    [InlineData(RequestRefund.MaxRefunds, true)]
    public async Task Order_TakesSoManyRefunds(int earlier, bool refused)
    {
        await using var cafe = await RecoveryCafe.OpenAsync(server);
        var order = await cafe.PaidAsync(await cafe.MemberAsync(), 0, TestMenu.Americano(2));
        await cafe.Table.UpdateAsync(
            new Update
            {
                Key = ItemKey.Order(order.OrderId).ToAttributes(),
                UpdateExpression = "SET refundCount = :earlier",
                ExpressionAttributeValues = new(StringComparer.Ordinal) { [":earlier"] = Attributes.Number(earlier) },
            },
            Token);

        var asking = cafe.Request.RunAsync(All(order), Token);
        if (refused)
            (await Should.ThrowAsync<RefundRefusedException>(asking)).Reason.ShouldBe(RefundRefusal.TooOften);
        else
            (await asking).ShouldBe(RequestRefund.MaxRefunds);
    }

    private static RefundRequest All(Order order) => new(order.OrderId, "kim", "the milk was sour");
}
