namespace KakaoWorkflow.Tests.Workflow.KakaoPay;

/// <summary>Each documented limit at n and n + 1; what is outside is refused before anything is sent.</summary>
public sealed class KakaoPayRequestLimitsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, ReadyRequest, ReadyRequest> ReadyLimits => new()
    {
        { "partner_order_id", Samples.Ready with { PartnerOrderId = Text(100) }, Samples.Ready with { PartnerOrderId = Text(101) } },
        { "partner_order_id", Samples.Ready with { PartnerOrderId = "a" }, Samples.Ready with { PartnerOrderId = " " } },
        { "partner_user_id", Samples.Ready with { PartnerUserId = Text(100) }, Samples.Ready with { PartnerUserId = Text(101) } },
        { "item_name", Samples.Ready with { ItemName = Text(100) }, Samples.Ready with { ItemName = Text(101) } },
        { "item_code", Samples.Ready with { ItemCode = Text(100) }, Samples.Ready with { ItemCode = Text(101) } },
        { "quantity", Samples.Ready with { Quantity = 1 }, Samples.Ready with { Quantity = 0 } },
        { "total_amount", Samples.Ready with { TotalWon = 1 }, Samples.Ready with { TotalWon = 0 } },
        {
            "total_amount",
            Samples.Ready with { TotalWon = KakaoPayLimits.AmountWon },
            Samples.Ready with { TotalWon = KakaoPayLimits.AmountWon + 1 }
        },
        { "tax_free_amount", Samples.Ready with { TaxFreeWon = 9000 }, Samples.Ready with { TaxFreeWon = 9001 } },
        { "tax_free_amount", Samples.Ready with { TaxFreeWon = 0 }, Samples.Ready with { TaxFreeWon = -1 } },
        { "vat_amount", Samples.Ready with { TaxFreeWon = 8000, VatWon = 1000 }, Samples.Ready with { TaxFreeWon = 8000, VatWon = 1001 } },
        { "green_deposit", Samples.Ready with { GreenDepositWon = 9000 }, Samples.Ready with { GreenDepositWon = 9001 } },
        { "approval_url", Samples.Ready with { ApprovalUrl = Url(255) }, Samples.Ready with { ApprovalUrl = Url(256) } },
        { "cancel_url", Samples.Ready with { CancelUrl = Url(255) }, Samples.Ready with { CancelUrl = Url(256) } },
        { "fail_url", Samples.Ready with { FailUrl = Url(255) }, Samples.Ready with { FailUrl = Url(256) } },
        { "fail_url", Samples.Ready, Samples.Ready with { FailUrl = new Uri("/pay", UriKind.Relative) } },
        { "fail_url", Samples.Ready, Samples.Ready with { FailUrl = new Uri("file:///pay") } },
        { "payment_method_type", Samples.Ready with { PaymentMethodType = "CARD" }, Samples.Ready with { PaymentMethodType = "card" } },
        { "install_month", Samples.Ready with { InstallMonth = 12 }, Samples.Ready with { InstallMonth = 13 } },
    };

    public static TheoryData<string, ApproveRequest, ApproveRequest> ApproveLimits => new()
    {
        { "tid", Samples.Approve, Samples.Approve with { Tid = Samples.Tid + "1" } },
        { "tid", Samples.Approve, Samples.Approve with { Tid = "" } },
        { "partner_order_id", Samples.Approve, Samples.Approve with { PartnerOrderId = Text(101) } },
        { "partner_user_id", Samples.Approve, Samples.Approve with { PartnerUserId = Text(101) } },
        { "pg_token", Samples.Approve, Samples.Approve with { PgToken = default } },
        { "total_amount", Samples.Approve with { TotalWon = 1 }, Samples.Approve with { TotalWon = 0 } },
        { "payload", Samples.Approve with { Payload = Text(200) }, Samples.Approve with { Payload = Text(201) } },
    };

    public static TheoryData<string, CancelRequest, CancelRequest> CancelLimits => new()
    {
        { "tid", Samples.Cancel, Samples.Cancel with { Tid = Samples.Tid + "1" } },
        { "cancel_amount", Samples.Cancel with { CancelWon = 1 }, Samples.Cancel with { CancelWon = 0 } },
        { "cancel_tax_free_amount", Samples.Cancel with { CancelTaxFreeWon = 9000 }, Samples.Cancel with { CancelTaxFreeWon = 9001 } },
        { "cancel_vat_amount", Samples.Cancel with { CancelVatWon = 9000 }, Samples.Cancel with { CancelVatWon = 9001 } },
        { "cancel_available_amount", Samples.Cancel with { CancelAvailableWon = 9000 }, Samples.Cancel with { CancelAvailableWon = 8999 } },
        { "payload", Samples.Cancel with { Payload = Text(200) }, Samples.Cancel with { Payload = Text(201) } },
    };

    [Theory]
    [MemberData(nameof(ReadyLimits))]
    public Task Ready_AtALimit_IsSentUpToIt(string field, ReadyRequest within, ReadyRequest beyond) =>
        CheckAsync(
            field,
            Samples.ReadyAnswer,
            client => client.ReadyAsync(within, Cancellation),
            client => client.ReadyAsync(beyond, Cancellation));

    [Theory]
    [MemberData(nameof(ApproveLimits))]
    public Task Approve_AtALimit_IsSentUpToIt(string field, ApproveRequest within, ApproveRequest beyond) => CheckAsync(
        field,
        Samples.ApproveAnswer,
        client => client.ApproveAsync(within, Cancellation),
        client => client.ApproveAsync(beyond, Cancellation));

    [Theory]
    [MemberData(nameof(CancelLimits))]
    public Task Cancel_AtALimit_IsSentUpToIt(string field, CancelRequest within, CancelRequest beyond) => CheckAsync(
        field,
        Samples.CancelAnswer,
        client => client.CancelAsync(within, Cancellation),
        client => client.CancelAsync(beyond, Cancellation));

    [Fact]
    public Task Order_AtTheLimit_IsSentUpToIt() => CheckAsync(
        "tid",
        Samples.OrderAnswer,
        client => client.OrderAsync(Samples.Tid, Cancellation),
        client => client.OrderAsync(Samples.Tid + "1", Cancellation));

    private static async Task CheckAsync(
        string field, string answer, Func<KakaoPayClient, Task> within, Func<KakaoPayClient, Task> beyond)
    {
        var (client, stub) = Samples.Client(answer);
        await within(client);
        stub.Calls.ShouldBe(1);

        var error = await Should.ThrowAsync<ArgumentException>(() => beyond(client));
        error.ParamName.ShouldBe(field);
        error.Message.ShouldContain(field);
        stub.Calls.ShouldBe(1);
    }

    private static string Text(int length) => new('가', length);

    private static Uri Url(int length) => new("https://cafe.example/".PadRight(length, 'a'));
}
