using KakaoWorkflow.Refunds;
using KakaoWorkflow.Tests.Lambdas.Skills;
using KakaoWorkflow.Tests.Lambdas.Texts;

namespace KakaoWorkflow.Tests.Lambdas.Cases;

/// <summary>What customers ran into in the chat, each as it should have been.</summary>
public sealed class ChatCaseTests(DynoxideServer server) : SkillTest(server)
{
    [Theory]
    [InlineData("\"null\"")]
    [InlineData("\"\"")]
    [InlineData("[]")]
    public async Task ClientExtra_NotAnObject_IsNoExtra(string extra)
    {
        var payload = await GoodPayloadAsync("OrderSheet");
        payload["action"]!["clientExtra"] = JsonNode.Parse(extra);
        (await CallAsync("OrderSheet", payload.ToJsonString())).ShouldContain("주문서");
    }

    [Theory]
    [InlineData("011-234-5678", "011-***-5678")]
    [InlineData("010-1234-5678", "010-****-5678")]
    public async Task Sheet_ShowsTheNumberThatSignedUp(string phone, string shown)
    {
        var member = new TestMember("bot-user-key-prefix", "", "", "");
        (await CallAsync("SignUp", member, Parameters(("sys_phone_number", phone)))).ShouldContain(shown);
        (await SheetAsync(member)).ShouldContain(shown);
    }

    [Fact]
    public async Task Sheet_OfAnAccountWithoutAPrefix_ShowsTheLastFourOnly()
    {
        var member = await Stories.SignUpAsync();
        await Cafe.Table.SetAsync(ItemKey.Account(member.MemberId), "phonePrefix", null);
        var answer = await SheetAsync(member);
        answer.ShouldContain("뒷자리 " + member.Phone[^4..]);
        answer.ShouldNotContain("010-");
    }

    [Fact]
    public async Task Sheet_AndPayCard_NameEachLimitForWhatItLimits()
    {
        (await SheetAsync(await Stories.SignUpAsync())).ShouldContain("10분 안에 아래 버튼을 눌러 주세요.");
        var order = await Stories.ReservedAsync();
        var card = await CallAsync("Pay", order.Member, orderId: (string?)order.OrderId);
        card.ShouldContain("15분 안에 결제하지 않으면 자동으로 취소돼요.");
        card.ShouldNotContain("10분");
    }

    [Theory]
    [InlineData("두 잔만", 2)]
    [InlineData("여섯 개로 주세요", 6)]
    [InlineData("2잔😀", 2)]
    [InlineData("스무 잔", 20)]
    [InlineData("스물", 20)]
    public async Task Quantity_SaidPolitely_IsOnTheSheet(string said, int quantity) =>
        (await SheetAsync(await Stories.SignUpAsync(), ("sys_number", said))).ShouldContain($"\"{quantity}잔\"");

    [Fact]
    public async Task Quantity_Yes_IsAskedAgain() =>
        (await SheetAsync(await Stories.SignUpAsync(), ("sys_number", "네"))).ShouldContain("몇 잔 드릴까요?");

    [Fact]
    public async Task Points_Yes_IsAskedAgain() =>
        (await CallAsync("OrderSheetWithPoints", await Stories.SignUpAsync(points: 5_000), Parameters(("menu", "아메리카노"), ("quantity", "2"), ("points", "네"))))
            .ShouldContain("얼마나 사용하시겠어요?");

    [Theory]
    [InlineData("전액 사용해 주세요")]
    [InlineData("쓸 수 있는 만큼")]
    public async Task Points_AllSaidPolitely_PayAll(string said) =>
        (await CallAsync("OrderSheetWithPoints", await Stories.SignUpAsync(points: 9_000), Parameters(("menu", "아메리카노"), ("quantity", "2"), ("points", said))))
            .ShouldContain("-9,000P");

    [Fact]
    public async Task Pay_TypedWithASheet_PlacesTheLatestSheet()
    {
        var member = await Stories.SignUpAsync();
        await Stories.SheetAsync(member);
        var latest = await Stories.SheetAsync(member, quantity: 3);
        Cafe.StepFunctions.OnCall = async (_, request) =>
        {
            await Steps.Quote.RunAsync(OrderId.Parse(request["name"]!.GetValue<string>()));
            await Steps.Reserve.RunAsync(OrderId.Parse(request["name"]!.GetValue<string>()));
        };
        var answer = await PayAsync(member, null);
        answer.ShouldContain(Cafe.Services.PayLinks.Url(latest.OrderId, PayLinkKind.Pay));
        answer.ShouldContain("아메리카노 3잔");
        (await PayAsync(member, null)).ShouldBe(answer);
        Cafe.StepFunctions.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Pay_TypedWithAnOrderInFlight_OffersThatOne()
    {
        var order = await Stories.AwaitingAsync();
        await Stories.SheetAsync(order.Member);
        (await PayAsync(order.Member, null)).ShouldContain(Cafe.Services.PayLinks.Url(order.OrderId, PayLinkKind.Pay));
        Cafe.StepFunctions.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Pay_SecondSheetPressedAtOnce_GivesTheLoserTheWinnersLink()
    {
        var member = await Stories.SignUpAsync();
        var (winner, loser) = (await Stories.SheetAsync(member), await Stories.SheetAsync(member));
        Cafe.StepFunctions.OnCall = async (_, _) =>
        {
            await Steps.Quote.RunAsync(winner.OrderId);
            await Should.ThrowAsync<OrderRejectedException>(() => Steps.Quote.RunAsync(loser.OrderId));
        };
        foreach (var answer in new[]
        {
            await PayAsync(member, loser.OrderId),
            await CallAsync("OrderStatus", member, orderId: (string?)loser.OrderId),
            await CallAsync("OrderStatus", member),
        })
        {
            answer.ShouldContain(Cafe.Services.PayLinks.Url(winner.OrderId, PayLinkKind.Pay));
            answer.ShouldContain("주문 취소");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task PointsOnlyOrder_IsNeverToldToPay(bool isReserved)
    {
        var order = isReserved ? await Stories.ReservedAsync(points: 9_000) : await Stories.QuotedAsync(points: 9_000);
        foreach (var skill in new[] { "Pay", "OrderStatus" })
        {
            var call = CallAsync(skill, order.Member, orderId: (string?)order.OrderId);
            await Cafe.Time.RunUntilAsync(TimeSpan.FromMilliseconds(25), call);
            var answer = await call;
            answer.ShouldContain("포인트 9,000P로 결제하고 있어요");
            answer.ShouldNotContain("카카오페이");
        }
    }

    [Fact]
    public async Task PaidAnswer_HasAWayOn()
    {
        var order = await Stories.PaidAsync();
        var replies = JsonNode.Parse(await CallAsync("OrderStatus", order.Member))!["template"]!["quickReplies"]!.AsArray();
        replies.Select(reply => (string)reply!["label"]!).ShouldBe(["주문 취소", "주문 상태", "주문하기"]);
        ((string?)replies[0]!["extra"]!["orderId"]).ShouldBe(order.OrderId);
    }

    [Fact]
    public async Task Quantity_IsOnReceiptStatusAndCancelQuestion()
    {
        var order = await Stories.PaidAsync();
        (await CallAsync("OrderStatus", order.Member)).ShouldContain("아메리카노 2잔");
        (await CallAsync("CancelOrder", order.Member, orderId: (string?)order.OrderId)).ShouldContain("아메리카노 2잔");
    }

    [Fact]
    public async Task PartialRefund_IsShownNet()
    {
        var sheet = await Stories.PaidAsync();
        await RefundAsync(sheet, new RefundRequest(sheet.OrderId, "kim", "spilled") { Line = 1, Quantity = 1 });
        var answer = ShownText.OfChat(await CallAsync("OrderStatus", sheet.Member));
        answer.ShouldContain("환불된 금액: 4,500원");
        answer.ShouldContain("적립된 포인트: 450P");
        answer.ShouldContain("남은 주문: 아메리카노 1잔");
        answer.ShouldNotContain("900P");
    }

    [Fact]
    public async Task Refund_OfMoneyAndPoints_SaysThatUsedPointsAreBack()
    {
        var order = await Stories.PaidAsync(points: 2_000);
        await RefundAsync(order, RefundRequest.ByCustomer(order.OrderId));
        var answer = await CallAsync("OrderStatus", order.Member);
        answer.ShouldContain("결제한 7,000원을 모두 돌려드렸어요.");
        answer.ShouldContain("사용한 포인트 2,000P도 돌려드렸어요.");
        answer.ShouldNotContain("사용하려던");
    }

    [Fact]
    public async Task Refund_OfPointsOnly_SpeaksOfNoMoney()
    {
        var order = await Stories.ReservedAsync(points: 9_000);
        await Steps.Commit.RunAsync(order.OrderId, null, Token);
        await Steps.Board.AddAsync(order.OrderId, Token);
        var question = ShownText.OfChat(await CallAsync("CancelOrder", order.Member, orderId: (string?)order.OrderId));
        question.ShouldContain("돌려받는 포인트: 9,000P");
        question.ShouldNotContain("금액");
        await RefundAsync(order, RefundRequest.ByCustomer(order.OrderId));
        var answer = ShownText.OfChat(await CallAsync("OrderStatus", order.Member));
        answer.ShouldContain("사용한 포인트 9,000P를 모두 돌려드렸어요.");
        answer.ShouldNotContain("원");
    }

    [Fact]
    public async Task Debt_IsNamedOnSheetReceiptAndBalance()
    {
        var member = await Stories.SignUpAsync();
        await Cafe.Table.SetAsync(ItemKey.Account(member.MemberId), "debtPoints", Attributes.Number(10_000));
        (await SheetAsync(member, ("sys_number", "2"))).ShouldContain("적립되는 포인트 중 900P는 돌려받아야 할 포인트 10,000P를 먼저 채우는 데 쓰여요.");
        await Stories.PaidAsync(member);
        (await CallAsync("OrderStatus", member)).ShouldContain("그중 900P는 돌려받아야 할 포인트를 채웠어요.");
        (await CallAsync("PointBalance", member)).ShouldContain("9,100P를 돌려받아야 해요");
    }

    [Fact]
    public async Task Maintenance_IsNotToldAsADeclinedCard()
    {
        var order = await Stories.EndedAsync(OrderStatus.Declined);
        await Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), "endReason", Attributes.Text(EndReason.PaymentUnavailable));
        var answer = await CallAsync("OrderStatus", order.Member);
        answer.ShouldContain("카카오페이 점검 중이라 결제를 시작하지 못했어요");
        answer.ShouldContain("잠시 후 다시 주문해 주세요.");
        answer.ShouldNotContain("승인");
    }

    private async Task RefundAsync(TestOrder order, RefundRequest request)
    {
        await new RequestRefund(Cafe.Services.Table, Cafe.Time).RunAsync(request, Token);
        await new CarryOnRefund(Cafe.Services.Table, Cafe.Services.Gateway, Cafe.Time).RunAsync(order.OrderId, Token);
    }

    private Task<string> SheetAsync(TestMember member, params (string Name, string Value)[] values) =>
        CallAsync("OrderSheet", member, Parameters([("menu", "아메리카노"), ("sys_number", "1"), .. values]));

    private async Task<string> PayAsync(TestMember member, OrderId? orderId)
    {
        var call = CallAsync("Pay", member, orderId: (string?)orderId);
        await Task.WhenAny(call, Cafe.StepFunctions.Answered);
        await Cafe.Time.RunUntilAsync(TimeSpan.FromMilliseconds(25), call);
        return await call;
    }

    private static Dictionary<string, string> Parameters(params (string Name, string Value)[] values)
    {
        var all = new Dictionary<string, string>();
        foreach (var (name, value) in values)
            all[name] = value;
        return all;
    }
}
