using KakaoWorkflow.Quoting;

namespace KakaoWorkflow.Tests.Workflow.Paying;

public sealed class PreparePaymentTests(DynoxideServer server) : CafeTest(server)
{
    private static readonly OrderQuote Quote = new("member", "아메리카노", 2, 9_000, 1_000, 8_000);

    [Fact]
    public async Task Run_Quote_PreparesTheAmountDue()
    {
        var payment = await Steps.Prepare.RunAsync(OrderId.Parse("0301-AAAAAAAA"), Quote, Token);

        payment.ReadyAt.ShouldBe(TestCafe.Opening);
        payment.RedirectPcUrl.ShouldContain("/pc/");
        payment.RedirectMobileUrl.ShouldContain("/mobile/");
        var entry = (await (await Cafe.ServicesAsync()).KakaoPay.Payments.ReadPageAsync("0301-AAAAAAAA")).Payments.ShouldHaveSingleItem();
        (entry.Tid, entry.RequestedWon, entry.CapturedWon).ShouldBe((payment.Tid, 8_000, 0));
    }

    [Fact]
    public async Task Run_CustomerComesBack_ToASignedAddressOfThisOrder()
    {
        var order = new TestOrder(null!, OrderId.Parse("0301-AAAAAAAA")) { Payment = await Steps.Prepare.RunAsync(OrderId.Parse("0301-AAAAAAAA"), Quote, Token) };
        var address = await OrderStories.AtKakaoPayAsync((customer, page) => customer.QuitAsync(page, Token), order);

        address.ToString().ShouldBe(Cafe.Services.PayLinks.Url(order.OrderId, PayLinkKind.Cancelled));
    }

    [Fact]
    public async Task Run_Again_PreparesAnotherThatTheFirstDoesNotDisturb()
    {
        var first = await Steps.Prepare.RunAsync(OrderId.Parse("0301-AAAAAAAA"), Quote, Token);
        var second = await Steps.Prepare.RunAsync(OrderId.Parse("0301-AAAAAAAA"), Quote, Token);

        second.Tid.ShouldNotBe(first.Tid);
        (await Cafe.Services.Gateway.InquireAsync(new PaymentReference(first.Tid), Token)).State.ShouldBe(PaymentState.Pending);
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

    [Theory]
    [InlineData("😀😀")]
    [InlineData("😀커피")]
    public async Task Run_LongItemNameCutWithinACharacter_LeavesNoHalfOfIt(string after) =>
        (await NameAtKakaoPayAsync(new string('커', 98) + after)).ShouldBe(new string('커', 98) + "…");

    [Fact]
    public async Task Run_AnswerLost_IsUnavailable()
    {
        await Cafe.FaultAsync(FaultOperation.Ready, FaultKind.TimeoutAfterCapture);
        await Should.ThrowAsync<PaymentUnavailableException>(() => Steps.Prepare.RunAsync(OrderId.Parse("0301-AAAAAAAA"), Quote, Token));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Run_ServerError_IsUnavailable(int status)
    {
        await Cafe.FaultAsync(FaultOperation.Ready, FaultKind.ServerErrorBeforeCapture, fault => fault with { HttpStatus = status });
        await Should.ThrowAsync<PaymentUnavailableException>(() => Steps.Prepare.RunAsync(OrderId.Parse("0301-AAAAAAAA"), Quote, Token));
    }

    [Fact]
    public async Task Run_KeyIsNotTaken_IsUnavailableWithoutTheKey()
    {
        Cafe.Variables["KAKAOPAY_SECRET_KEY"] = "another-key";
        var error = await Should.ThrowAsync<PaymentUnavailableException>(() => Steps.Prepare.RunAsync(OrderId.Parse("0301-AAAAAAAA"), Quote, Token));
        error.Message.ShouldContain("0301-AAAAAAAA");
        error.Message.ShouldNotContain("another-key");
    }

    /// <summary>Case "maintenance-told-as-declined": what a customer cannot help is told apart from a payment that is refused.</summary>
    [Theory]
    [InlineData(KakaoPayErrorCode.Maintenance, typeof(PaymentUnavailableException))]
    [InlineData(KakaoPayErrorCode.InternalError, typeof(PaymentUnavailableException))]
    [InlineData(KakaoPayErrorCode.QuotaExceeded, typeof(PaymentUnavailableException))]
    [InlineData(KakaoPayErrorCode.BadCid, typeof(PaymentUnavailableException))]
    [InlineData(KakaoPayErrorCode.AboveLimit, typeof(PaymentRefusedException))]
    [InlineData(KakaoPayErrorCode.BadTotalAmount, typeof(PaymentRefusedException))]
    public async Task Run_Refused_IsUnavailableWhenThePaymentIsNotTheMatter(int code, Type error)
    {
        await Cafe.FaultAsync(FaultOperation.Ready, FaultKind.Refuse, fault => fault with { ErrorCode = code });
        (await Should.ThrowAsync<Exception>(() => Steps.Prepare.RunAsync(OrderId.Parse("0301-AAAAAAAA"), Quote, Token))).ShouldBeOfType(error);
    }

    private async Task<string> NameAtKakaoPayAsync(string itemName)
    {
        var payment = await Steps.Prepare.RunAsync(OrderId.Parse("0301-AAAAAAAA"), Quote with { ItemName = itemName }, Token);
        var told = "";
        Cafe.KakaoPayWire.Edit("order", answer => told = answer["item_name"]!.GetValue<string>());
        await Cafe.Services.Gateway.InquireAsync(new PaymentReference(payment.Tid), Token);
        return told;
    }
}
