using KakaoWorkflow.Board;
using KakaoWorkflow.Local.KakaoPay.Faults;
using KakaoWorkflow.Reconciling;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Tests.Support.Skills;

namespace KakaoWorkflow.Tests.Lambdas.Skills;

/// <summary>A customer cancels a paid order: a question first, then the tap that counts.</summary>
public sealed class CancelPaidOrderTests(DynoxideServer server) : SkillTest(server)
{
    private const string Question = "취소할까요";
    private const string Accepted = "취소를 접수했어요";
    private const string UnderWay = "환불을 진행하고 있어요";
    private const string AskTheCafe = "취소할 수 없어요. 매장에 문의해 주세요.";
    private const string NotFound = "주문을 찾지 못했어요";

    [Fact]
    public async Task FirstTap_Asks_AndChangesNothing()
    {
        var order = await PaidAsync(points: 1_000);
        var before = await Cafe.Table.DumpAsync();

        var answer = await TapAsync(order);

        answer.ShouldContain(Question);
        answer.ShouldContain("8,000원");
        answer.ShouldContain("1,000P");
        Extra(answer).ShouldBe((order.OrderId, "refund"));
        (await Cafe.Table.DumpAsync()).ShouldBe(before);
        (await Cafe.CallbacksAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task FirstTap_OfAnOrderThatEarned_SaysWhatIsTakenBack() =>
        (await TapAsync(await PaidAsync())).ShouldContain("취소되는 적립 포인트: 900P");

    [Fact]
    public async Task SecondTap_WritesTheRefundDown_AndTheQueueCarriesItOut()
    {
        var order = await PaidAsync(points: 1_000);

        (await ConfirmAsync(order)).ShouldContain(Accepted);
        var requested = await OrderAsync(order.OrderId);
        (requested.Status, requested.OpenRefund, requested.RecalledAt.HasValue).ShouldBe((OrderStatus.Paid, 1, true));
        Cafe.KakaoPayWire.Operations.ShouldNotContain("cancel");

        await DeliverAsync();
        var refunded = await OrderAsync(order.OrderId);
        (refunded.Status, refunded.RefundedWon, refunded.RefundedPoints).ShouldBe((OrderStatus.Refunded, 8_000, 1_000));
        (await PointsAsync(order.Member)).ShouldBe((1_000, 0));
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((8_000, 8_000));
        (await TapAsync(order)).ShouldContain("이미 끝난 주문");
        await Cafe.Books.BalanceWithMoneyAsync();
    }

    [Theory]
    [InlineData(false, UnderWay)]
    [InlineData(true, "이미 끝난 주문")]
    public async Task SecondTap_Twice_RefundsOnce(bool isSettledBetween, string answer)
    {
        var order = await PaidAsync();
        await ConfirmAsync(order);
        if (isSettledBetween)
            await DeliverAsync();

        (await ConfirmAsync(order)).ShouldContain(answer);
        if (!isSettledBetween)
            await DeliverAsync();

        (await OrderAsync(order.OrderId)).RefundCount.ShouldBe(1);
        (await Cafe.CallbacksAsync()).ShouldBeEmpty();
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((9_000, 9_000));
        await Cafe.Books.BalanceWithMoneyAsync();
    }

    [Fact]
    public async Task SecondTap_AtOnce_OnTwoDevices_RefundsOnce()
    {
        var order = await PaidAsync();
        var answers = await Task.WhenAll(ConfirmAsync(order), ConfirmAsync(order));

        answers.ShouldAllBe(answer => answer.Contains(Accepted) || answer.Contains(UnderWay));
        await DeliverAsync();
        (await OrderAsync(order.OrderId)).RefundCount.ShouldBe(1);
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((9_000, 9_000));
    }

    [Theory]
    [InlineData(false, "음료를 만들고 있어서", BoardMove.Start)]
    [InlineData(true, "음료를 만들고 있어서", BoardMove.Start)]
    [InlineData(false, "음료가 나와서", BoardMove.Start, BoardMove.Made)]
    [InlineData(true, "음료가 나와서", BoardMove.Start, BoardMove.Made)]
    [InlineData(false, "받아 가셔서", BoardMove.Start, BoardMove.Made, BoardMove.PickedUp)]
    public async Task EitherTap_AfterTheCafeHasBegun_IsRefused(bool confirms, string why, params string[] moves)
    {
        var order = await PaidAsync();
        if (confirms)
            (await TapAsync(order)).ShouldContain(Question);
        await Stories.MoveAsync(order, moves);

        var answer = confirms ? await ConfirmAsync(order) : await TapAsync(order);
        answer.ShouldContain(why);
        answer.ShouldContain(AskTheCafe);
        await UntouchedAsync(order);
    }

    [Theory]
    [InlineData(false, null, 30)]
    [InlineData(true, null, 30)]
    [InlineData(false, "5", 5)]
    [InlineData(true, "0", 0)]
    public async Task EitherTap_TooLongAfterPaying_IsRefused_AndJustInTimeIsNot(bool confirms, string? setting, int minutes)
    {
        if (setting is not null)
            Cafe.Variables["CUSTOMER_CANCEL_MINUTES"] = setting;
        var (late, inTime) = (await PaidAsync(), await PaidAsync());
        Cafe.Time.Advance(TimeSpan.FromMinutes(minutes));
        (await TapAsync(inTime)).ShouldContain(Question);
        Cafe.Time.Advance(TimeSpan.FromMilliseconds(1));

        var answer = confirms ? await ConfirmAsync(late) : await TapAsync(late);
        answer.ShouldContain($"결제하고 {minutes}분이 지나서");
        answer.ShouldContain(AskTheCafe);
        (await OrderAsync(late.OrderId)).RefundCount.ShouldBe(0);
        (await Cafe.CallbacksAsync()).ShouldAllBe(message => !message.Contains("refund"));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1441")]
    [InlineData("half an hour")]
    public async Task Setting_OutOfItsRange_IsNamed(string minutes)
    {
        Cafe.Variables["CUSTOMER_CANCEL_MINUTES"] = minutes;
        (await Should.ThrowAsync<MissingVariableException>(() => InvokeAsync("CancelOrder", "{}"))).Variable.ShouldBe("CUSTOMER_CANCEL_MINUTES");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1440")]
    public void Setting_AtAnEndOfItsRange_IsTaken(string minutes)
    {
        Cafe.Variables["CUSTOMER_CANCEL_MINUTES"] = minutes;
        FunctionCatalog.Create("CancelOrder", Cafe.Environment).ShouldNotBeNull();
    }

    [Fact]
    public async Task SecondTap_WhileTheCafeMakesIt_IsRefused()
    {
        var order = await PaidAsync();
        Cafe.DynamoDbWire.Before("TransactWriteItems", () => Stories.MoveAsync(order, BoardMove.Start));

        (await ConfirmAsync(order)).ShouldContain("그사이 음료를 만들기 시작해서 " + AskTheCafe);
        await UntouchedAsync(order);
    }

    /// <summary>The other refund is of a part, so the order is not cancelled: that is not what the customer may read.</summary>
    [Fact]
    public async Task SecondTap_WhileTheCafeAsksForARefundOfAPart_DoesNotSayThatTheOrderIsCancelled()
    {
        var order = await PaidAsync();
        Cafe.DynamoDbWire.Before("TransactWriteItems", () => new RequestRefund(Cafe.Services.Table, Cafe.Time).RunAsync(
            new RefundRequest(order.OrderId, "kim", "one less") { Line = 1, Quantity = 1 }, Token));

        var answer = await ConfirmAsync(order);
        answer.ShouldContain(UnderWay);
        answer.ShouldNotContain(Accepted);
        (await OrderAsync(order.OrderId)).RecalledAt.ShouldBeNull();
    }

    [Theory]
    [InlineData(30 * 60, true)]
    [InlineData((30 * 60) + 1, false)]
    public async Task OrderStatus_OffersToCancelWhileThatIsTaken(int seconds, bool isOffered)
    {
        var order = await PaidAsync();
        Cafe.Time.Advance(TimeSpan.FromSeconds(seconds));
        (await CallAsync("OrderStatus", Payload(order.Member, order.OrderId, false))).Contains("주문 취소", StringComparison.Ordinal).ShouldBe(isOffered);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task EitherTap_ForAnotherCustomersOrder_FindsNothing(bool confirms)
    {
        var order = await PaidAsync();
        var stranger = await Stories.SignUpAsync();

        (await CallAsync("CancelOrder", Payload(stranger, order.OrderId, confirms))).ShouldContain(NotFound);
        await UntouchedAsync(order);
    }

    [Fact]
    public async Task EitherTap_WhileTheCafeRefundsAPart_SaysSo_AndGivesTheRestLater()
    {
        var order = await PaidAsync(points: 1_000);
        await new RequestRefund(Cafe.Services.Table, Cafe.Time).RunAsync(
            new RefundRequest(order.OrderId, "kim", "one less") { Line = 1, Quantity = 1 }, Token);

        (await TapAsync(order)).ShouldContain(UnderWay);
        (await ConfirmAsync(order)).ShouldContain(UnderWay);
        await new CarryOnRefund(Cafe.Services.Table, Cafe.Services.Gateway, Cafe.Time).RunAsync(order.OrderId, Token);

        var question = await TapAsync(order);
        question.ShouldContain("4,000원");
        question.ShouldContain("500P");
        (await ConfirmAsync(order)).ShouldContain(Accepted);
        await DeliverAsync();
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((8_000, 8_000));
        (await PointsAsync(order.Member)).ShouldBe((1_000, 0));
        await Cafe.Books.BalanceWithMoneyAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task EitherTap_OnAnOrderThatIsNotPaidYet_WithdrawsIt(bool confirms)
    {
        var order = await Stories.AwaitingAsync();
        (await CallAsync("CancelOrder", Payload(order.Member, order.OrderId, confirms))).ShouldContain(Accepted);
        (await CallAsync("CancelOrder", Payload(order.Member, order.OrderId, confirms))).ShouldContain(Accepted);

        var withdrawn = await OrderAsync(order.OrderId);
        (withdrawn.WithdrawnAt.HasValue, withdrawn.OpenRefund).ShouldBe((true, null));
        (await Cafe.CallbacksAsync()).ShouldAllBe(message => message.Contains("withdrawn"));
    }

    [Fact]
    public async Task SecondTap_QueueOutOfReach_IsCarriedOnAllTheSame()
    {
        var order = await PaidAsync();
        Cafe.AwsWire.Refuse("SendMessage", """{"__type":"AWS.SimpleQueueService.NonExistentQueue","message":"gone"}""", times: 10);

        (await ConfirmAsync(order)).ShouldContain("다시 시도해");
        (await OrderAsync(order.OrderId)).OpenStatus.ShouldBe(OpenMark.Refunding);
        (await ConfirmAsync(order)).ShouldContain(UnderWay);
        Cafe.Time.Advance(new ReconcileRules().RefundPatience);
        (await InvokeAsync("ReconcileOrders", "{}")).ToJsonString().ShouldContain("RefundSettled");
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((9_000, 9_000));
    }

    [Fact]
    public async Task Delivery_KakaoPayIsSilent_ComesBackUntilTheMoneyIs()
    {
        var order = await PaidAsync();
        await ConfirmAsync(order);
        await Cafe.FaultAsync(FaultOperation.Cancel, FaultKind.ServerErrorAfterCapture);

        (await SettleAsync(order)).ShouldBe(1);
        (await SettleAsync(order)).ShouldBe(0);
        (await SettleAsync(order)).ShouldBe(0);
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((9_000, 9_000));
        await Cafe.Books.BalanceWithMoneyAsync();
    }

    /// <summary>A paid order that the café has on its board.</summary>
    private async Task<TestOrder> PaidAsync(long points = 0)
    {
        var order = await Stories.PaidAsync(points: points);
        await Steps.Board.AddAsync(order.OrderId, Token);
        await Cafe.CallbacksAsync();
        return order;
    }

    private Task<string> TapAsync(TestOrder order) => CallAsync("CancelOrder", Payload(order.Member, order.OrderId, confirms: false));

    private Task<string> ConfirmAsync(TestOrder order) => CallAsync("CancelOrder", Payload(order.Member, order.OrderId, confirms: true));

    private static string Payload(TestMember member, OrderId orderId, bool confirms)
    {
        var payload = SkillPayload.Of(member.UserKey, "주문 취소", orderId: (string?)orderId);
        if (confirms)
            payload["action"]!["clientExtra"]!["confirm"] = "refund";
        return payload.ToJsonString();
    }

    /// <summary>Delivers what the skill has sent.</summary>
    private async Task DeliverAsync()
    {
        foreach (var body in await Cafe.CallbacksAsync())
            (await DeliverAsync(body)).ShouldBe(0);
    }

    private Task<int> SettleAsync(TestOrder order) => DeliverAsync($$"""{"orderId":"{{order.OrderId}}","kind":"refund"}""");

    /// <returns>How many messages are to be delivered again.</returns>
    private async Task<int> DeliverAsync(string body)
    {
        var batch = new JsonObject { ["Records"] = new JsonArray(new JsonObject { ["messageId"] = "message-0", ["body"] = body }) };
        return (await InvokeAsync("SettleCallback", batch.ToJsonString()))["batchItemFailures"]!.AsArray().Count;
    }

    private async Task UntouchedAsync(TestOrder order)
    {
        var now = await OrderAsync(order.OrderId);
        (now.Status, now.RefundCount, now.RecalledAt).ShouldBe((OrderStatus.Paid, 0, null));
        (await Cafe.CallbacksAsync()).ShouldBeEmpty();
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((9_000, 0));
        await Cafe.Books.BalanceWithMoneyAsync();
    }

    private static (string, string) Extra(string answer)
    {
        var card = JsonNode.Parse(answer)!["template"]!["outputs"]![0]!["textCard"]!;
        var extra = card["buttons"]!.AsArray().ShouldHaveSingleItem()!["extra"]!;
        return (extra["orderId"]!.GetValue<string>(), extra["confirm"]!.GetValue<string>());
    }
}
