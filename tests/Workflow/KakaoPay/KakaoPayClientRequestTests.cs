namespace KakaoWorkflow.Tests.Workflow.KakaoPay;

/// <summary>What goes over the wire, to the letter.</summary>
public sealed class KakaoPayClientRequestTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ready_RequiredFieldsOnly_SendsThemAndNoOthers()
    {
        var (client, stub) = Samples.Client(Samples.ReadyAnswer);
        await client.ReadyAsync(Samples.Ready, Cancellation);

        stub.Request!.Method.ShouldBe(HttpMethod.Post);
        stub.Request.RequestUri.ShouldBe(new Uri("https://open-api.kakaopay.com/online/v1/payment/ready"));
        stub.Request.Headers.Authorization!.ToString().ShouldBe($"SECRET_KEY {Samples.Key}");
        stub.Request.Content!.Headers.ContentType!.ToString().ShouldBe("application/json");
        stub.Body.ShouldBe("""
            {"cid":"TC0ONETIME","partner_order_id":"order-1","partner_user_id":"member-1","item_name":"Americano","quantity":2,
            "total_amount":9000,"tax_free_amount":0,"approval_url":"https://cafe.example/pay/order-1/approved?sig=1",
            "cancel_url":"https://cafe.example/pay/order-1/cancelled","fail_url":"https://cafe.example/pay/order-1/failed"}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task Ready_AllFields_SendsThem()
    {
        var (client, stub) = Samples.Client(
            Samples.ReadyAnswer, options: Samples.Options with { CidSecret = new KakaoPaySecret(Samples.CidSecret) });
        var request = Samples.Ready with
        {
            ItemCode = "A1",
            TaxFreeWon = 1000,
            VatWon = 727,
            GreenDepositWon = 300,
            PaymentMethodType = "MONEY",
            InstallMonth = 0,
        };
        await client.ReadyAsync(request, Cancellation);

        stub.Body.ShouldBe("""
            {"cid":"TC0ONETIME","cid_secret":"cidsecretcidsecretcidsec","partner_order_id":"order-1","partner_user_id":"member-1",
            "item_name":"Americano","item_code":"A1","quantity":2,"total_amount":9000,"tax_free_amount":1000,"vat_amount":727,"green_deposit":300,
            "approval_url":"https://cafe.example/pay/order-1/approved?sig=1","cancel_url":"https://cafe.example/pay/order-1/cancelled",
            "fail_url":"https://cafe.example/pay/order-1/failed","payment_method_type":"MONEY","install_month":0}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task Approve_SendsTokenAndAmount()
    {
        var (client, stub) = Samples.Client(Samples.ApproveAnswer);
        await client.ApproveAsync(Samples.Approve with { TotalWon = 9000, Payload = "note" }, Cancellation);

        stub.Request!.RequestUri!.AbsolutePath.ShouldBe("/online/v1/payment/approve");
        stub.Body.ShouldBe("""
            {"cid":"TC0ONETIME","tid":"T469b847306d7b2dc394","partner_order_id":"order-1","partner_user_id":"member-1",
            "pg_token":"b1c2d3e4f5a6b7c8d9e0","total_amount":9000,"payload":"note"}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task Order_SendsTheTid()
    {
        var (client, stub) = Samples.Client(Samples.OrderAnswer);
        await client.OrderAsync(Samples.Tid, Cancellation);

        stub.Request!.RequestUri!.AbsolutePath.ShouldBe("/online/v1/payment/order");
        stub.Body.ShouldBe("""{"cid":"TC0ONETIME","tid":"T469b847306d7b2dc394"}""");
    }

    [Fact]
    public async Task Cancel_SendsAmountsAndTheGuard()
    {
        var (client, stub) = Samples.Client(Samples.CancelAnswer);
        await client.CancelAsync(
            Samples.Cancel with { CancelVatWon = 818, CancelAvailableWon = 9000, Payload = "note" }, Cancellation);

        stub.Request!.RequestUri!.AbsolutePath.ShouldBe("/online/v1/payment/cancel");
        stub.Body.ShouldBe("""
            {"cid":"TC0ONETIME","tid":"T469b847306d7b2dc394","cancel_amount":9000,"cancel_tax_free_amount":0,"cancel_vat_amount":818,
            "cancel_available_amount":9000,"payload":"note"}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task Order_OfAnotherCid_SendsThatOneWithoutTheSecretOfThisOne()
    {
        var (client, stub) = Samples.Client(
            Samples.OrderAnswer, options: Samples.Options with { CidSecret = new KakaoPaySecret(Samples.CidSecret) });
        await client.OrderAsync(Samples.Tid, "OTHERSHOP1", Cancellation);
        stub.Body.ShouldBe("""{"cid":"OTHERSHOP1","tid":"T469b847306d7b2dc394"}""");
        await client.OrderAsync(Samples.Tid, "TC0ONETIME", Cancellation);
        stub.Body.ShouldBe("""{"cid":"TC0ONETIME","cid_secret":"cidsecretcidsecretcidsec","tid":"T469b847306d7b2dc394"}""");
    }

    [Fact]
    public void Request_Printed_ShowsNoToken() => Samples.Approve.ToString().ShouldNotContain(Samples.Token);
}
