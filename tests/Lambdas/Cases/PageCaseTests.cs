using KakaoWorkflow.Refunds;
using KakaoWorkflow.Tests.Lambdas.Texts;

namespace KakaoWorkflow.Tests.Lambdas.Cases;

/// <summary>What customers ran into on the pages, each as it should have been.</summary>
public sealed class PageCaseTests(DynoxideServer server) : FunctionTest(server)
{
    private const string IPadAsMac =
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15";

    [Fact]
    public async Task Page_BreaksLinesBetweenWords()
    {
        var order = await Stories.EndedAsync(OrderStatus.Declined);
        var page = await InvokeAsync("PaymentRedirect", HttpEvent.Get(Cafe.Services.PayLinks.Url(order.OrderId, PayLinkKind.Pay)));
        page["body"]!.GetValue<string>().ShouldContain("word-break: keep-all");
    }

    [Fact]
    public async Task IPad_HasAWayToTheMobilePage() =>
        (await PageAsync(await Stories.AwaitingAsync(), IPadAsMac)).ShouldContain("[카카오톡으로 결제하기]");

    [Fact]
    public async Task Quantity_IsOnTheReceipt() => (await PageAsync(await Stories.PaidAsync())).ShouldContain("아메리카노 2잔 9,000원");

    [Fact]
    public async Task PartialRefund_IsShownNet()
    {
        var order = await Stories.PaidAsync();
        await RefundAsync(order, new RefundRequest(order.OrderId, "kim", "spilled") { Line = 1, Quantity = 1 });
        var page = await PageAsync(order);
        page.ShouldContain("환불된 금액: 4,500원");
        page.ShouldContain("적립된 포인트: 450P");
        page.ShouldContain("남은 주문: 아메리카노 1잔");
        page.ShouldNotContain("900P");
    }

    [Fact]
    public async Task RefundedOrder_ShowsNoEarnedPoints()
    {
        var order = await Stories.PaidAsync();
        await RefundAsync(order, RefundRequest.ByCustomer(order.OrderId));
        var page = await PageAsync(order);
        page.ShouldContain("결제한 9,000원을 모두 돌려드렸어요.");
        page.ShouldNotContain("적립된 포인트");
    }

    [Fact]
    public async Task PointsOnlyOrder_IsNotSentToKakaoPay()
    {
        var page = await PageAsync(await Stories.ReservedAsync(points: 9_000));
        page.ShouldContain("포인트로 결제하고 있어요");
        page.ShouldNotContain("카카오페이");
    }

    [Fact]
    public async Task Maintenance_IsNotToldAsADeclinedCard()
    {
        var order = await Stories.EndedAsync(OrderStatus.Declined);
        await Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), "endReason", Attributes.Text(EndReason.PaymentUnavailable));
        var page = await PageAsync(order);
        page.ShouldContain("카카오페이 점검 중이라 결제를 시작하지 못했어요");
        page.ShouldNotContain("승인");
    }

    private async Task RefundAsync(TestOrder order, RefundRequest request)
    {
        await new RequestRefund(Cafe.Services.Table, Cafe.Time).RunAsync(request, Token);
        await new CarryOnRefund(Cafe.Services.Table, Cafe.Services.Gateway, Cafe.Time).RunAsync(order.OrderId, Token);
    }

    private async Task<string> PageAsync(TestOrder order, string userAgent = "Mozilla/5.0 (iPhone) Mobile/15E148") =>
        ShownText.OfPage(await InvokeAsync("PaymentRedirect", HttpEvent.Get(Cafe.Services.PayLinks.Url(order.OrderId, PayLinkKind.Pay), userAgent)));
}
