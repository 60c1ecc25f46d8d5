using System.Net;
using KakaoWorkflow.Local.KakaoPay;
using KakaoWorkflow.Tests.Support.KakaoPay;

namespace KakaoWorkflow.Tests.Local.KakaoPay;

public sealed class PaymentPagesTests : SimulatorTests
{
    [Fact]
    public async Task Page_Opened_ShowsTheOrderAndItsButtonsInKorean()
    {
        var ready = await Host.ReadyAsync("order-1");
        using var answer = await Host.Http.GetAsync(ready.PcUrl, Cancellation);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
        foreach (var text in new[] { "아메리카노 <2잔>", "2개", "9,000원", "결제하기", "그만두기", "실패", "lang=\"ko\"", ready.MobileUrl.AbsolutePath })
            html.ShouldContain(text);
        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldNotContain("<2");
        html.ShouldNotContain(ready.Tid);
        html.ShouldNotContain("<script");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Page_ThatNeverWas_Is404()
    {
        using var answer = await Host.Http.GetAsync(new Uri("/mockup/pc/0", UriKind.Relative), Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await Should.ThrowAsync<HttpRequestException>(
            () => Host.Customer.PayAsync(new Uri(Host.Address, "/mockup/pc/0"), Cancellation));
    }

    [Fact]
    public async Task Page_ReloadedAfterPaying_LeadsToTheApprovalAgain()
    {
        var ready = await Host.ReadyAsync("order-1");
        var first = await Host.Customer.PayAsync(ready.MobileUrl, Cancellation);
        using var answer = await Host.Http.GetAsync(ready.MobileUrl, Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        answer.Headers.Location.ShouldBe(first);
    }

    [Fact]
    public async Task ApprovalUrl_WithoutQueryOrWithFragment_GetsTheTokenInItsPlace()
    {
        var plain = await Host.Client.ReadyAsync(
            SimulatorHost.ReadyFor("order-1") with { ApprovalUrl = new Uri("https://cafe.example/a") }, Cancellation);
        (await Host.Customer.PayAsync(plain.MobileUrl, Cancellation)).ToString().ShouldStartWith(
            "https://cafe.example/a?pg_token=");
        var anchored = await Host.Client.ReadyAsync(
            SimulatorHost.ReadyFor("order-2") with { ApprovalUrl = new Uri("https://cafe.example/a?x=1#top") }, Cancellation);
        (await Host.Customer.PayAsync(anchored.MobileUrl, Cancellation)).ToString().ShouldMatch(
            "^https://cafe.example/a\\?x=1&pg_token=[0-9a-f]{20}#top$");
    }

    [Fact]
    public async Task Customer_FollowingALoop_GivesUp()
    {
        using var handler = new LoopHandler();
        using var http = new HttpClient(handler);
        await Should.ThrowAsync<HttpRequestException>(
            () => new SimulatedCustomer(http).OpenAsync(new Uri("https://cafe.example/pay"), Cancellation));
        handler.Calls.ShouldBe(SimulatedCustomer.MaxRedirects + 1);
    }

    private sealed class LoopHandler : HttpMessageHandler
    {
        public int Calls { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            return Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = request.RequestUri } });
        }
    }
}
