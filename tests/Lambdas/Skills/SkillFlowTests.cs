using KakaoWorkflow.Board;
using KakaoWorkflow.Members;
using KakaoWorkflow.Tests.Support.Skills;

namespace KakaoWorkflow.Tests.Lambdas.Skills;

/// <summary>What each skill answers when all is well.</summary>
public sealed class SkillFlowTests(DynoxideServer server) : SkillTest(server)
{
    [Fact]
    public async Task SignUp_ThenPoints_OpensAnAccountAndShowsIt()
    {
        var good = (await GoodPayloadAsync("SignUp")).ToJsonString();
        (await CallAsync("SignUp", good)).ShouldContain("010-****-9999");
        (await CallAsync("SignUp", good)).ShouldContain("이미 가입되어 있어요");

        var customer = SkillPayload.Of("bot-user-key-new").ToJsonString();
        (await CallAsync("PointBalance", customer)).ShouldContain("0P");
        await Cafe.Books.BalanceAsync();
    }

    [Fact]
    public async Task SignUp_NumberOrCustomerTaken_SaysSo()
    {
        var (one, other) = (await Stories.SignUpAsync(), await Stories.SignUpAsync());
        var before = await Cafe.Table.DumpAsync();
        (await CallAsync("SignUp", one, Parameters(("sys_phone_number", other.Phone)))).ShouldContain("다른 카카오톡 계정");
        (await CallAsync("SignUp", one, Parameters(("sys_phone_number", "010-5550-7777")))).ShouldContain("다른 전화번호");
        (await Cafe.Table.DumpAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task SignUp_NumberInTheUtteranceWithMarks_IsUnderstood()
    {
        var member = new TestMember("bot-user-key-new", "", "", "");
        (await CallAsync("SignUp", member, utterance: "제 번호는 \u202A010\u200B-5550\u200F-1234\u202C예요")).ShouldContain("010-****-1234");
        (await Cafe.Services.Accounts.FindAsync(Cafe.Services.MemberIds.IdOf(PhoneNumber.Parse("01055501234")),
            cancellationToken: TestContext.Current.CancellationToken)).ShouldNotBeNull();
    }

    [Fact]
    public async Task PointBalance_OrderInFlight_ShowsWhatItHolds()
    {
        var member = await Stories.SignUpAsync(points: 5_000);
        await Stories.ReservedAsync(member, points: 1_000);
        var answer = await CallAsync("PointBalance", member, Parameters(("sys_phone_number", member.Phone)));
        answer.ShouldContain("4,000P");
        answer.ShouldContain("1,000P");
    }

    [Fact]
    public async Task OrderSheet_GoodOrder_ShowsThePriceAndCarriesItsNumberInTheButton()
    {
        var member = await Stories.SignUpAsync(points: 5_000);
        var answer = await CallAsync("OrderSheet", member, Parameters(("menu", "아메리카노"), ("sys_number", """{"amount":2,"unit":null}""")));
        answer.ShouldContain("9,000원");
        answer.ShouldContain("900P");
        answer.ShouldContain($"010-****-{member.Phone[^4..]}");
        answer.ShouldNotContain(member.Phone);
        (await Cafe.Services.Sheets.FindAsync(OrderId.Parse(OrderIdIn(answer)),
            cancellationToken: TestContext.Current.CancellationToken))!.AmountDueWon.ShouldBe(9_000);
        (await PointsAsync(member)).ShouldBe((5_000, 0));
    }

    [Theory]
    [InlineData("1000", 8_000, "8,000원")]
    [InlineData("전부", 4_000, "4,000원")]
    public async Task OrderSheetWithPoints_GoodOrder_ShowsWhatIsLeftToPay(string points, long amountDueWon, string shown)
    {
        var member = await Stories.SignUpAsync(points: 5_000);
        var answer = await CallAsync(
            "OrderSheetWithPoints", member, Parameters(("menu", "americano"), ("quantity", "두 잔"), ("points", points)));
        answer.ShouldContain(shown);
        (await Cafe.Services.Sheets.FindAsync(OrderId.Parse(OrderIdIn(answer)),
            cancellationToken: TestContext.Current.CancellationToken))!.AmountDueWon.ShouldBe(amountDueWon);
    }

    [Fact]
    public async Task Pay_GoodSheet_AnswersWithTheSignedPayLink()
    {
        var sheet = await Stories.SheetAsync();
        Cafe.StepFunctions.OnCall = (_, _) => RunFirstStepsAsync(sheet);
        var answer = await PayAsync(sheet);
        answer.ShouldContain(Cafe.Services.PayLinks.Url(sheet.OrderId, PayLinkKind.Pay));
        (await PayAsync(sheet)).ShouldBe(answer);
        Cafe.StepFunctions.Calls.Count.ShouldBe(1);
        await Cafe.Books.BalanceAsync();
    }

    [Fact]
    public async Task Pay_SheetExpired_SaysSoAndStartsNothing()
    {
        var sheet = await Stories.SheetAsync();
        Cafe.Time.Advance(TimeSpan.FromMinutes(10));
        (await PayAsync(sheet)).ShouldContain("유효 시간이 지났어요");
        Cafe.StepFunctions.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Pay_AnotherOrderInFlight_OffersToPayOrCancelThatOne()
    {
        var first = await Stories.AwaitingAsync();
        var second = await Stories.SheetAsync(first.Member);
        var answer = await PayAsync(second);
        answer.ShouldContain(Cafe.Services.PayLinks.Url(first.OrderId, PayLinkKind.Pay));
        OrderIdIn(answer).ShouldBe(first.OrderId);
    }

    [Fact]
    public async Task Pay_Rejected_TellsTheReasonInTheChat()
    {
        var sheet = await Stories.SheetAsync();
        await Cafe.Services.Menu.PutAsync(TestCafe.Americano with { SoldOut = true });
        Cafe.StepFunctions.OnCall = (_, _) => Should.ThrowAsync<OrderRejectedException>(() => Steps.Quote.RunAsync(sheet.OrderId));
        (await PayAsync(sheet)).ShouldContain("품절");
    }

    [Theory]
    [InlineData(OrderStatus.Reserved, "카카오페이 결제")]
    [InlineData(OrderStatus.AwaitingPayment, "카카오페이 결제")]
    [InlineData("APPROVED", "결제를 확인하고 있어요")]
    [InlineData("WITHDRAWN", "주문을 취소하고 있어요")]
    [InlineData(OrderStatus.Review, "직원이 주문을 확인하고 있어요")]
    [InlineData(OrderStatus.Paid, "정성껏 준비할게요")]
    [InlineData(Preparation.Making, "음료를 만들고 있어요")]
    [InlineData(Preparation.Made, "음료가 나왔어요")]
    [InlineData(Preparation.PickedUp, "맛있게 드세요")]
    [InlineData(OrderStatus.Cancelled, "취소됐어요")]
    [InlineData(OrderStatus.Expired, "결제 시간이 지났어요")]
    [InlineData(OrderStatus.Declined, "승인되지 않았어요")]
    [InlineData(OrderStatus.Refunded, "모두 돌려드렸어요")]
    public async Task OrderStatus_OfTheButtonOrTheLatest_SaysWhereTheOrderStands(string situation, string text)
    {
        var order = await OrderInAsync(situation);
        (await CallAsync("OrderStatus", order.Member, orderId: (string?)order.OrderId)).ShouldContain(text);
        (await CallAsync("OrderStatus", order.Member)).ShouldContain(text);
    }

    [Fact]
    public async Task OrderStatus_OfTheLatest_WhileTheIndexDoesNotShowItYet_IsThatOfTheLatest()
    {
        var paid = await OrderInAsync(Preparation.PickedUp);
        Cafe.Time.Advance(TimeSpan.FromHours(1));
        var latest = await Stories.AwaitingAsync(paid.Member);
        await Cafe.Table.SetAsync(ItemKey.Order(latest.OrderId), "memberId", null);
        (await Cafe.Services.Orders.LatestOrderIdAsync(paid.Member.MemberId, Token)).ShouldBe(paid.OrderId);

        (await CallAsync("OrderStatus", paid.Member)).ShouldContain("카카오페이 결제");
        (await CallAsync("CancelOrder", paid.Member)).ShouldContain("취소를 접수했어요");
        (await OrderAsync(latest.OrderId)).WithdrawnAt.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(OrderStatus.AwaitingPayment, "취소를 접수했어요", true)]
    [InlineData(OrderStatus.Paid, "취소할까요", false)]
    [InlineData(OrderStatus.Expired, "이미 끝난 주문", false)]
    public async Task CancelOrder_AnyOrder_WithdrawsItOrSaysWhyNot(string situation, string text, bool isWithdrawn)
    {
        var order = await OrderInAsync(situation);
        await Cafe.CallbacksAsync();
        (await CallAsync("CancelOrder", order.Member, orderId: (string?)order.OrderId)).ShouldContain(text);
        (await OrderAsync(order.OrderId)).WithdrawnAt.HasValue.ShouldBe(isWithdrawn);
        (await Cafe.CallbacksAsync()).Count.ShouldBe(isWithdrawn ? 1 : 0);
        await Cafe.Books.BalanceAsync();
    }

    [Fact]
    public async Task Status_MemberWithoutOrders_SaysSo() =>
        (await CallAsync("OrderStatus", await Stories.SignUpAsync())).ShouldContain("주문을 찾지 못했어요");

    private async Task<TestOrder> OrderInAsync(string situation)
    {
        switch (situation)
        {
            case OrderStatus.Reserved:
                return await Stories.ReservedAsync();
            case OrderStatus.AwaitingPayment:
                return await Stories.AwaitingAsync();
            case "APPROVED":
                return await Stories.AuthenticatedAsync();
            case OrderStatus.Paid:
                return await Stories.OnBoardAsync();
            case Preparation.Making:
                return await Stories.OnBoardAsync(BoardMove.Start);
            case Preparation.Made:
                return await Stories.OnBoardAsync(BoardMove.Start, BoardMove.Made);
            case Preparation.PickedUp:
                return await Stories.OnBoardAsync(BoardMove.Start, BoardMove.Made, BoardMove.PickedUp);
            case "WITHDRAWN" or OrderStatus.Review:
                var waiting = await Stories.AwaitingAsync();
                if (situation == OrderStatus.Review)
                    await Stories.ReviewAsync(waiting);
                else
                    await Steps.Park.WithdrawAsync(waiting.OrderId, Token);
                return waiting;
            default:
                return await Stories.EndedAsync(situation, points: 1_000);
        }
    }

    private async Task RunFirstStepsAsync(TestOrder sheet)
    {
        await Steps.Quote.RunAsync(sheet.OrderId);
        await Steps.Reserve.RunAsync(sheet.OrderId);
    }

    private async Task<string> PayAsync(TestOrder sheet)
    {
        var call = CallAsync("Pay", sheet.Member, orderId: (string?)sheet.OrderId);
        await Task.WhenAny(call, Cafe.StepFunctions.Answered);
        await Cafe.Time.RunUntilAsync(TimeSpan.FromMilliseconds(25), call);
        return await call;
    }

    private static Dictionary<string, string> Parameters(params (string Name, string Value)[] values) =>
        values.ToDictionary(value => value.Name, value => value.Value);

    /// <summary>The number that a button of the answer carries.</summary>
    private static string OrderIdIn(string answer) => Extras(JsonNode.Parse(answer)!).First();

    private static IEnumerable<string> Extras(JsonNode? node) => node switch
    {
        JsonObject map when map["extra"]?["orderId"] is { } orderId => [orderId.GetValue<string>()],
        JsonObject map => map.SelectMany(entry => Extras(entry.Value)),
        JsonArray list => list.SelectMany(Extras),
        _ => [],
    };
}
