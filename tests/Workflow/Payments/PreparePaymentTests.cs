using KakaoWorkflow.Callbacks;
using KakaoWorkflow.KakaoPay;
using KakaoWorkflow.Local.KakaoPay.Faults;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Quoting;
using KakaoWorkflow.Tests.Workflow.Cafes;

namespace KakaoWorkflow.Tests.Workflow.Payments;

public sealed class PreparePaymentTests(DynoxideServer server) : CafeTest(server)
{
    private static readonly OrderQuote Quote = new("member", "아메리카노", 2, 9_000, 1_000, 8_000);

    [Fact]
    public async Task Run_Quote_PreparesTheAmountDue()
    {
        var payment = await Steps.Prepare.RunAsync("0301-AAAAAAAA", Quote, Token);

        payment.ReadyAt.ShouldBe(TestCafe.Opening);
        payment.RedirectPcUrl.ShouldContain("/pc/");
        payment.RedirectMobileUrl.ShouldContain("/mobile/");
        var entry = (await (await Cafe.ServicesAsync()).KakaoPay.Payments.ReadPageAsync("0301-AAAAAAAA")).Payments.ShouldHaveSingleItem();
        (entry.Tid, entry.RequestedWon, entry.CapturedWon).ShouldBe((payment.Tid, 8_000, 0));
    }

    [Fact]
    public async Task Run_CustomerComesBack_ToASignedAddressOfThisOrder()
    {
        var order = new TestOrder(null!, "0301-AAAAAAAA") { Payment = await Steps.Prepare.RunAsync("0301-AAAAAAAA", Quote, Token) };
        var address = await OrderStories.AtKakaoPayAsync((customer, page) => customer.QuitAsync(page, Token), order);

        address.ToString().ShouldBe(Cafe.Services.PayLinks.Url(order.OrderId, PayLinkKind.Cancelled));
    }

    [Fact]
    public async Task Run_Again_PreparesAnotherThatTheFirstDoesNotDisturb()
    {
        var first = await Steps.Prepare.RunAsync("0301-AAAAAAAA", Quote, Token);
        var second = await Steps.Prepare.RunAsync("0301-AAAAAAAA", Quote, Token);

        second.Tid.ShouldNotBe(first.Tid);
        (await Cafe.Services.KakaoPay.OrderAsync(first.Tid, Token)).Status.ShouldBe(PaymentStatus.Ready);
    }

    [Theory]
    [InlineData(100, 100, false)]
    [InlineData(101, 100, true)]
    public async Task Run_LongItemName_IsShortened(int length, int expected, bool isCut)
    {
        var name = await NameAtKakaoPayAsync(new string('커', length));
        name.Length.ShouldBe(expected);
        name.EndsWith('…').ShouldBe(isCut);
    }

    [Fact]
    public async Task Run_LongItemNameCutWithinACharacter_LeavesNoHalfOfIt() =>
        (await NameAtKakaoPayAsync(new string('커', 98) + "😀😀")).ShouldBe(new string('커', 98) + "…");

    [Fact]
    public async Task Run_AnswerLost_IsUnavailable()
    {
        await Cafe.FaultAsync(FaultOperation.Ready, FaultKind.TimeoutAfterCapture);
        await Should.ThrowAsync<PaymentUnavailableException>(() => Steps.Prepare.RunAsync("0301-AAAAAAAA", Quote, Token));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Run_ServerError_IsUnavailable(int status)
    {
        await Cafe.FaultAsync(FaultOperation.Ready, FaultKind.ServerErrorBeforeCapture, fault => fault with { HttpStatus = status });
        await Should.ThrowAsync<PaymentUnavailableException>(() => Steps.Prepare.RunAsync("0301-AAAAAAAA", Quote, Token));
    }

    [Fact]
    public async Task Run_KakaoPayRefuses_IsRefusedWithoutTheKey()
    {
        Cafe.Variables["KAKAOPAY_SECRET_KEY"] = "another-key";
        var error = await Should.ThrowAsync<PaymentRefusedException>(() => Steps.Prepare.RunAsync("0301-AAAAAAAA", Quote, Token));
        error.Message.ShouldContain("0301-AAAAAAAA");
        error.Message.ShouldNotContain("another-key");
    }

    private async Task<string> NameAtKakaoPayAsync(string itemName)
    {
        var payment = await Steps.Prepare.RunAsync("0301-AAAAAAAA", Quote with { ItemName = itemName }, Token);
        var told = "";
        Cafe.KakaoPayWire.Edit("order", answer => told = answer["item_name"]!.GetValue<string>());
        await Cafe.Services.KakaoPay.OrderAsync(payment.Tid, Token);
        return told;
    }
}
