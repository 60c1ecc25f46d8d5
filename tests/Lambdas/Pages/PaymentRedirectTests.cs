using KakaoWorkflow.Secrets;

namespace KakaoWorkflow.Tests.Lambdas.Pages;

public sealed class PaymentRedirectTests(DynoxideServer server) : FunctionTest(server)
{
    private const string Phone = "Mozilla/5.0 (Linux; Android 15; SM-S921N) AppleWebKit/537.36 Mobile Safari/537.36";
    private const string Pc = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36";
    private const string IPadAsMac =
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15";

    private const string PgTokenText = "pg-token-SECRET-1";

    [Theory]
    [InlineData(Phone, true)]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Mobile/15E148 KAKAOTALK 25.1", true)]
    [InlineData(Pc, false)]
    [InlineData("Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1", true)]
    [InlineData("Mozilla/5.0 (iPad; CPU OS 12_0 like Mac OS X) AppleWebKit/605.1.15", true)]
    [InlineData("mozilla/5.0 (linux; android 15; sm-x910) applewebkit/537.36 chrome/140.0 safari/537.36", true)]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140 Version/17.5 Safari/605.1.15", true)]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15;KAKAOTALK 25.1", true)]
    [InlineData("Something mobile", true)]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36", false)]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0", false)]
    [InlineData("", false)]
    public async Task PayLink_WaitingOrder_LeadsToKakaoPaysPageForThisDevice(string userAgent, bool isPhone)
    {
        var order = await Stories.AwaitingAsync();
        var answer = await GetAsync(Link(order, PayLinkKind.Pay), userAgent);
        answer.ShouldBe(302, isPhone ? order.Payment.RedirectMobileUrl : order.Payment.RedirectPcUrl);
    }

    [Theory]
    [InlineData(OrderStatus.Quoted)]
    [InlineData(OrderStatus.Reserved)]
    [InlineData("none")]
    public async Task PayLink_BeforeThePaymentIsPrepared_WaitsOnItsPage(string status)
    {
        var order = status switch
        {
            OrderStatus.Quoted => await Stories.QuotedAsync(),
            OrderStatus.Reserved => await Stories.ReservedAsync(),
            _ => await Stories.SheetAsync(),
        };
        (await GetAsync(Link(order, PayLinkKind.Pay))).ShouldShow(
            200, status == "none" ? "주문을 확인하고 있어요" : "결제를 준비하고 있어요", reloads: true);
    }

    [Theory]
    [InlineData(OrderStatus.Cancelled, "주문이 취소됐어요")]
    [InlineData(OrderStatus.Expired, "결제 시간이 지났어요")]
    [InlineData(OrderStatus.Declined, "결제가 승인되지 않았어요")]
    [InlineData(OrderStatus.Refunded, "주문이 취소됐어요")]
    [InlineData(OrderStatus.Paid, "결제가 완료됐어요")]
    public async Task PayLink_EndedOrder_ShowsItsEnd(string status, string title)
    {
        var order = status == OrderStatus.Paid ? await Stories.PaidAsync() : await Stories.EndedAsync(status);
        var page = await GetAsync(Link(order, PayLinkKind.Pay));
        page.ShouldShow(200, title, reloads: false);
        page.Body.Contains("900P", StringComparison.Ordinal).ShouldBe(status == OrderStatus.Paid);
    }

    [Fact]
    public async Task PayLink_RejectedOrInReview_ShowsThat()
    {
        var rejected = await Stories.SheetAsync();
        var inReview = await Stories.ReservedAsync();
        await Stories.ReviewAsync(inReview);
        (await GetAsync(Link(inReview, PayLinkKind.Pay))).ShouldShow(200, "직원이 확인하고 있어요", reloads: true);

        Cafe.Time.Advance(TimeSpan.FromHours(1));
        await Should.ThrowAsync<OrderRejectedException>(() => Steps.Quote.RunAsync(rejected.OrderId));
        (await GetAsync(Link(rejected, PayLinkKind.Pay))).ShouldShow(200, "주문할 수 없어요", reloads: false);
    }

    [Fact]
    public async Task Approved_WaitingOrder_ParksTheTokenAndLeadsAwayFromIt()
    {
        var order = await Stories.AwaitingAsync();
        var answer = await GetAsync(Link(order, PayLinkKind.Approved) + "&pg_token=" + PgTokenText);

        answer.ShouldBe(303, Link(order, PayLinkKind.Pay));
        (await OrderAsync(order.OrderId)).PgToken.ShouldBe(new Credential(PgTokenText));
        (await Cafe.CallbacksAsync()).ShouldBe([$$"""{"orderId":"{{order.OrderId}}","kind":"approved"}"""]);
        (await GetAsync(Link(order, PayLinkKind.Pay))).ShouldShow(200, "결제를 확인하고 있어요", reloads: true);
    }

    [Fact]
    public async Task PayLink_WithdrawnOrder_LeadsNobodyToKakaoPay()
    {
        var order = await Stories.AwaitingAsync();
        await Steps.Park.WithdrawAsync(order.OrderId, Token);
        (await GetAsync(Link(order, PayLinkKind.Pay))).ShouldShow(200, "주문을 취소하고 있어요", reloads: true);
        (await GetAsync(Link(order, PayLinkKind.Failed))).ShouldBe(303, Quit(order));
        (await GetAsync(Quit(order))).ShouldShow(200, "주문을 취소하고 있어요", reloads: true);
    }

    [Fact]
    public async Task Approved_MeetsATransaction_ParksTheTokenAllTheSame()
    {
        var order = await Stories.AwaitingAsync();
        Cafe.DynamoDbWire.Refuse(
            "UpdateItem", """{"__type":"com.amazonaws.dynamodb.v20120810#TransactionConflictException","Message":"Not now."}""", 2);
        var opening = GetAsync(Link(order, PayLinkKind.Approved) + "&pg_token=" + PgTokenText);
        await Cafe.Time.RunUntilAsync(TimeSpan.FromMilliseconds(20), opening);

        (await opening).ShouldBe(303, Link(order, PayLinkKind.Pay));
        (await OrderAsync(order.OrderId)).PgToken.ShouldBe(new Credential(PgTokenText));
    }

    [Fact]
    public async Task Approved_Reloaded_TellsTheQueueAgain()
    {
        var order = await Stories.AwaitingAsync();
        await GetAsync(Link(order, PayLinkKind.Approved) + "&pg_token=" + PgTokenText);
        (await GetAsync(Link(order, PayLinkKind.Approved) + "&pg_token=" + PgTokenText)).ShouldBe(303, Link(order, PayLinkKind.Pay));
        (await Cafe.CallbacksAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Approved_WrongTokenFirst_TheRightOneIsSentToKakaoPay()
    {
        var order = await Stories.AwaitingAsync();
        await GetAsync(Link(order, PayLinkKind.Approved) + "&pg_token=wrong-SECRET");
        var right = await Stories.PayAsync(order);
        await GetAsync(Link(order, PayLinkKind.Approved) + "&pg_token=" + right.Value);

        (await OrderAsync(order.OrderId)).PgToken.ShouldBe(new Credential(right.Value));
        await Steps.Approve.RunAsync(order.OrderId, order.Quote, order.Payment.Tid, mayHaveBeenSent: false, Token);
        Cafe.KakaoPayWire.LastBody("approve")["pg_token"]!.GetValue<string>().ShouldBe(right.Value);
    }

    [Theory]
    [InlineData(OrderStatus.Expired)]
    [InlineData(OrderStatus.Paid)]
    public async Task Approved_AfterTheOrderEnded_ChangesNothingAndLeadsToItsEnd(string status)
    {
        var order = status == OrderStatus.Paid ? await Stories.PaidAsync() : await Stories.EndedAsync(status);
        await Cafe.CallbacksAsync();
        await UnchangedAndSilentAsync(async () =>
            (await GetAsync(Link(order, PayLinkKind.Approved) + "&pg_token=" + PgTokenText)).ShouldBe(303, Link(order, PayLinkKind.Pay)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("&pg_token=")]
    [InlineData("&pg_token=%20")]
    [InlineData("&pg_token=한글")]
    [InlineData("&pg_token=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task Approved_WithoutAUsablePgToken_Is400(string query)
    {
        var order = await Stories.AwaitingAsync();
        await UnchangedAndSilentAsync(async () => (await GetAsync(Link(order, PayLinkKind.Approved) + query))
            .ShouldShow(400, "결제 정보를 확인할 수 없어요", reloads: false));
    }

    [Theory]
    [InlineData(PayLinkKind.Cancelled, "cancelled")]
    [InlineData(PayLinkKind.Failed, "failed")]
    public async Task Returned_WaitingOrder_OffersToPayAndPassesTheHintOn(PayLinkKind kind, string word)
    {
        var order = await Stories.AwaitingAsync();

        (await GetAsync(Link(order, kind))).ShouldBe(303, Quit(order));
        var page = await GetAsync(Quit(order));

        page.ShouldShow(200, "아직 결제되지 않았어요", reloads: true);
        page.Body.ShouldContain($"href=\"{Link(order, PayLinkKind.Pay)}\"");
        (await OrderAsync(order.OrderId)).CallbackKind.ShouldBe(word);
        (await Cafe.CallbacksAsync()).ShouldBe([$$"""{"orderId":"{{order.OrderId}}","kind":"{{word}}"}"""]);
    }

    [Fact]
    public async Task Returned_AfterAnApproval_IsNotPassedOn()
    {
        var order = await Stories.AuthenticatedAsync();
        await Cafe.CallbacksAsync();
        await UnchangedAndSilentAsync(async () => (await GetAsync(Link(order, PayLinkKind.Cancelled))).ShouldBe(303, Quit(order)));
        (await GetAsync(Quit(order))).ShouldShow(200, "결제를 확인하고 있어요", reloads: true);
    }

    [Theory]
    [InlineData(5_000, 0)]
    [InlineData(5_001, 1)]
    [InlineData(59_999, 1)]
    [InlineData(60_000, 0)]
    public async Task Quit_HintThatNobodyHandles_IsSentAgainForAMinute(int milliseconds, int messages)
    {
        var order = await Stories.AwaitingAsync();
        await GetAsync(Link(order, PayLinkKind.Cancelled));
        var sent = Cafe.AwsWire.Operations.Count;
        Cafe.Time.Advance(TimeSpan.FromMilliseconds(milliseconds));
        await GetAsync(Quit(order));
        (Cafe.AwsWire.Operations.Count - sent).ShouldBe(messages);
    }

    [Theory]
    [InlineData(OrderStatus.Cancelled, "주문이 취소됐어요")]
    [InlineData(OrderStatus.Expired, "결제 시간이 지났어요")]
    public async Task Quit_OrderThatHasEnded_OffersNothingToPay(string status, string title)
    {
        var order = await Stories.EndedAsync(status);
        var page = await GetAsync(Quit(order));
        page.ShouldShow(200, title, reloads: false);
        page.Body.ShouldNotContain("href");
    }

    [Theory]
    [InlineData(IPadAsMac)]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36")]
    public async Task PayLink_DeviceThatCannotBeTold_OffersBothWays(string userAgent)
    {
        var order = await Stories.AwaitingAsync();
        var page = await GetAsync(Link(order, PayLinkKind.Pay), userAgent);
        page.ShouldShow(200, "어떻게 결제하시겠어요?", reloads: true);
        foreach (var (device, url) in new[] { ("mobile", order.Payment.RedirectMobileUrl), ("pc", order.Payment.RedirectPcUrl) })
        {
            page.Body.ShouldContain($"href=\"{Link(order, PayLinkKind.Pay)}&amp;device={device}\"");
            (await GetAsync(Link(order, PayLinkKind.Pay) + "&device=" + device, userAgent)).ShouldBe(302, url);
        }
        (await GetAsync(Link(order, PayLinkKind.Pay) + "&device=fridge", userAgent)).ShouldShow(200, "어떻게 결제하시겠어요?", reloads: true);
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(6, 1)]
    public async Task PayLink_ApprovalThatNobodyHandles_IsSentAgainAfterAWhile(int seconds, int messages)
    {
        var order = await Stories.AuthenticatedAsync();
        await Cafe.CallbacksAsync();
        Cafe.Time.Advance(TimeSpan.FromSeconds(seconds));
        await GetAsync(Link(order, PayLinkKind.Pay));
        (await Cafe.CallbacksAsync()).Count.ShouldBe(messages);
    }

    /// <summary>The page reloads itself every two seconds for as long as a doubt lasts.</summary>
    [Fact]
    public async Task PayLink_ApprovalWhoseExecutionHasGoneOn_TellsNobody()
    {
        var order = await Stories.AuthenticatedAsync();
        await Cafe.CallbacksAsync();
        Cafe.StepFunctions.Refuse("TaskTimedOut");
        await Steps.Settle.RunAsync(new CallbackMessage(order.OrderId, CallbackKind.Approved), Token);
        Cafe.Time.Advance(TimeSpan.FromSeconds(6));
        (await GetAsync(Link(order, PayLinkKind.Pay))).ShouldShow(200, "결제를 확인하고 있어요", reloads: true);
        (await Cafe.CallbacksAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(PayLinkKind.Approved)]
    [InlineData(PayLinkKind.Cancelled)]
    [InlineData(PayLinkKind.Failed)]
    public async Task Return_UnknownOrder_Is404(PayLinkKind kind)
    {
        var page = await GetAsync(Cafe.Services.PayLinks.Url(OrderId.Parse("0301-NOWHERE1"), kind) + "&pg_token=" + PgTokenText);
        page.ShouldShow(404, "페이지를 찾을 수 없어요", reloads: false);
        (await Cafe.CallbacksAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/pay")]
    [InlineData("/pay/")]
    [InlineData("/pay/a/b/c")]
    [InlineData("/pay/0301-AAAAAAAA/refund")]
    [InlineData("/PAY/0301-AAAAAAAA")]
    [InlineData("/pay/%3Cscript%3E")]
    public async Task Path_OfNoPayLink_Is404(string path) =>
        (await GetAsync(path + "?s=x")).ShouldShow(404, "페이지를 찾을 수 없어요", reloads: false);

    [Theory]
    [InlineData(PayLinkKind.Pay)]
    [InlineData(PayLinkKind.Approved)]
    [InlineData(PayLinkKind.Cancelled)]
    [InlineData(PayLinkKind.Failed)]
    public async Task Signature_ForgedTruncatedOrSwapped_Is403AndNothingIsReadOrQueued(PayLinkKind kind)
    {
        var (order, other) = (await Stories.AwaitingAsync(), await Stories.AwaitingAsync());
        var good = Link(order, kind);
        var reads = Cafe.DynamoDbWire.Operations.Count;
        var signature = good[(good.IndexOf("s=", StringComparison.Ordinal) + 2)..];
        var path = good[..good.IndexOf('?', StringComparison.Ordinal)];
        string[] forged =
        [
            path,
            path + "?s=",
            path + "?s=" + signature[..^1],
            path + "?s=" + signature + "A",
            path + "?s=" + signature.ToUpperInvariant().Replace('A', 'B'),
            path + "?s=" + new string('A', 22),
            path + "?s=" + new string('A', 5_000),
            path + "?s=" + signature + "&s=" + signature,
            .. Enum.GetValues<PayLinkKind>().Where(swapped => swapped != kind).Select(swapped => path + SignatureOf(Link(order, swapped))),
            path + SignatureOf(Link(other, kind)),
        ];
        foreach (var url in forged)
        {
            (await GetAsync(url + (url.Contains('?') ? "&" : "?") + "pg_token=" + PgTokenText))
                .ShouldShow(403, "열 수 없는 주소예요", reloads: false);
        }
        Cafe.DynamoDbWire.Operations.Count.ShouldBe(reads);
        (await Cafe.CallbacksAsync()).ShouldBeEmpty();
        LogLines.Count.ShouldBe(forged.Length);
    }

    [Fact]
    public async Task Table_OutOfReach_ShowsAPageToTryAgain()
    {
        var order = await Stories.AwaitingAsync();
        Cafe.Variables["TABLE_NAME"] = "no-such-table";
        (await GetAsync(Link(order, PayLinkKind.Approved) + "&pg_token=" + PgTokenText))
            .ShouldShow(503, "잠시 후 다시 시도해 주세요", reloads: false);
        LogLines.ShouldHaveSingleItem().ShouldContain("Redirect failed");
    }

    private string Quit(TestOrder order) => Link(order, PayLinkKind.Pay) + "&quit=1";

    private static string SignatureOf(string url) => url[url.IndexOf('?', StringComparison.Ordinal)..];

    private string Link(TestOrder order, PayLinkKind kind) => Cafe.Services.PayLinks.Url(order.OrderId, kind);

    private async Task<ShownPage> GetAsync(string url, string userAgent = Pc)
    {
        JsonObject answer = await InvokeAsync("PaymentRedirect", HttpEvent.Get(url, userAgent));
        answer.ToJsonString().ShouldNotContain("SECRET");
        return new ShownPage(answer);
    }

    private async Task UnchangedAndSilentAsync(Func<Task> act)
    {
        await UnchangedAsync(act);
        (await Cafe.CallbacksAsync()).ShouldBeEmpty();
    }
}
