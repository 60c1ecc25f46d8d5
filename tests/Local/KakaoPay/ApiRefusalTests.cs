using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using KakaoWorkflow.KakaoPay;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Tests.Support.KakaoPay;

namespace KakaoWorkflow.Tests.Local.KakaoPay;

/// <summary>Each error code that the simulator answers without any fault.</summary>
public sealed class ApiRefusalTests : SimulatorTests
{
    [Fact]
    public async Task Approve_BeforeTheCustomer_Is701()
    {
        var ready = await Host.ReadyAsync("order-1");
        var approve = new ApproveRequest
        {
            Tid = ready.Tid,
            PartnerOrderId = "order-1",
            PartnerUserId = "member-1",
            PgToken = new PgToken("0"),
        };
        await ApproveIsRefusedAsync(approve, KakaoPayErrorCode.NotAuthenticatedYet);
    }

    [Fact]
    public async Task Approve_Twice_Is702()
    {
        var approve = await Host.AuthenticateAsync("order-1");
        await Host.Client.ApproveAsync(approve, Cancellation);
        await ApproveIsRefusedAsync(approve, KakaoPayErrorCode.AlreadyPaid);
        (await Host.EntryAsync("order-1")).CapturedWon.ShouldBe(9000);
    }

    [Fact]
    public async Task Approve_WithOtherValuesThanReady_IsRefusedByTheirCodes()
    {
        var approve = await Host.AuthenticateAsync("order-1");
        await ApproveIsRefusedAsync(approve with { TotalWon = 9001 }, KakaoPayErrorCode.WrongApproveAmount);
        await ApproveIsRefusedAsync(approve with { PartnerOrderId = "order-2" }, KakaoPayErrorCode.WrongOrderId);
        await ApproveIsRefusedAsync(approve with { PartnerUserId = "member-2" }, KakaoPayErrorCode.WrongUserId);
        await ApproveIsRefusedAsync(approve with { PgToken = new PgToken("0") }, KakaoPayErrorCode.WrongPgToken);
        await ApproveIsRefusedAsync(approve with { Tid = "T0" }, KakaoPayErrorCode.NoSuchTransaction);
        (await Host.EntryAsync("order-1")).CapturedWon.ShouldBe(0);
        await Host.Client.ApproveAsync(approve with { TotalWon = 9000 }, Cancellation);
    }

    [Fact]
    public async Task Approve_AfterQuittingOrCancelling_Is783()
    {
        var ready = await Host.ReadyAsync("order-1");
        await Host.Customer.QuitAsync(ready.MobileUrl, Cancellation);
        await ApproveIsRefusedAsync(
            new ApproveRequest { Tid = ready.Tid, PartnerOrderId = "order-1", PartnerUserId = "member-1", PgToken = new PgToken("0") },
            KakaoPayErrorCode.ApproveNotAllowed);

        var approve = await Host.AuthenticateAsync("order-2");
        await Host.Client.ApproveAsync(approve, Cancellation);
        await Host.Client.CancelAsync(
            new CancelRequest { Tid = approve.Tid, CancelWon = 9000, CancelTaxFreeWon = 0 }, Cancellation);
        await ApproveIsRefusedAsync(approve, KakaoPayErrorCode.ApproveNotAllowed);
    }

    [Fact]
    public async Task Cancel_OfTooMuch_IsRefusedByItsCode()
    {
        var tid = await Host.PayAsync("order-1");
        var cancel = new CancelRequest { Tid = tid, CancelWon = 9000, CancelTaxFreeWon = 0 };
        await CancelIsRefusedAsync(cancel with { CancelWon = 9001 }, KakaoPayErrorCode.CancelAboveApproved);
        await CancelIsRefusedAsync(cancel with { CancelTaxFreeWon = 1 }, KakaoPayErrorCode.BadAmount);
        await Host.Client.CancelAsync(cancel with { CancelWon = 1000 }, Cancellation);
        await CancelIsRefusedAsync(cancel with { CancelWon = 8001 }, KakaoPayErrorCode.CancelAboveAvailable);
        (await Host.EntryAsync("order-1")).CancelledWon.ShouldBe(1000);
    }

    /// <summary>KakaoPay reckons the VAT itself, half up: 1,006 won have 91.45 and 1,001 have 91 exactly; the last part has what is left.</summary>
    [Theory]
    [InlineData(1000, 91)]
    [InlineData(1006, 91)]
    [InlineData(1007, 92)]
    [InlineData(9000, 818)]
    public async Task Cancel_WithAnotherVatThanKakaoPays_IsRefused(long won, long vatWon)
    {
        var cancel = new CancelRequest { Tid = await Host.PayAsync("order-1"), CancelWon = won, CancelTaxFreeWon = 0 };
        foreach (var wrongWon in new[] { 0, vatWon - 1, vatWon + 1 })
            await CancelIsRefusedAsync(cancel with { CancelVatWon = wrongWon }, KakaoPayErrorCode.BadAmount);
        (await Host.Client.CancelAsync(cancel with { CancelVatWon = vatWon }, Cancellation)).ApprovedCancelAmount.VatWon.ShouldBe(vatWon);
    }

    [Fact]
    public async Task Cancel_RepeatedWithTheGuard_GivesBackOnce()
    {
        var tid = await Host.PayAsync("order-1");
        var cancel = new CancelRequest { Tid = tid, CancelWon = 4000, CancelTaxFreeWon = 0, CancelAvailableWon = 9000 };
        await Host.Client.CancelAsync(cancel, Cancellation);
        await CancelIsRefusedAsync(cancel, KakaoPayErrorCode.CancelAboveAvailable);
        (await Host.EntryAsync("order-1")).CancelledWon.ShouldBe(4000);
        await Host.Client.CancelAsync(cancel with { CancelAvailableWon = 5000 }, Cancellation);
        (await Host.EntryAsync("order-1")).CancelledWon.ShouldBe(8000);
    }

    [Fact]
    public async Task Cancel_OfWhatIsNotPaidOrAllCancelled_Is784()
    {
        var ready = await Host.ReadyAsync("order-1");
        await CancelIsRefusedAsync(
            new CancelRequest { Tid = ready.Tid, CancelWon = 1, CancelTaxFreeWon = 0 }, KakaoPayErrorCode.CancelNotAllowed);
        var cancel = new CancelRequest { Tid = await Host.PayAsync("order-2"), CancelWon = 9000, CancelTaxFreeWon = 0 };
        await Host.Client.CancelAsync(cancel, Cancellation);
        await CancelIsRefusedAsync(cancel, KakaoPayErrorCode.CancelNotAllowed);
    }

    [Fact]
    public async Task Cancel_OfAPartWithCupDeposit_Is784()
    {
        var ready = await Host.Client.ReadyAsync(
            SimulatorHost.ReadyFor("order-1") with { GreenDepositWon = 300 }, Cancellation);
        var location = await Host.Customer.PayAsync(ready.MobileUrl, Cancellation);
        await Host.Client.ApproveAsync(
            new ApproveRequest
            {
                Tid = ready.Tid,
                PartnerOrderId = "order-1",
                PartnerUserId = "member-1",
                PgToken = new PgToken(location.Query.Split("pg_token=")[1]),
            },
            Cancellation);
        var cancel = new CancelRequest { Tid = ready.Tid, CancelWon = 8999, CancelTaxFreeWon = 0 };
        await CancelIsRefusedAsync(cancel, KakaoPayErrorCode.CancelNotAllowed);
        (await Host.Client.CancelAsync(cancel with { CancelWon = 9000 }, Cancellation)).ApprovedCancelAmount.GreenDepositWon.ShouldBe(300);
    }

    [Fact]
    public async Task Order_OfNoTransaction_Is721()
    {
        var error = await Should.ThrowAsync<KakaoPayRefusedException>(() => Host.Client.OrderAsync("T0", Cancellation));
        error.ErrorCode.ShouldBe(KakaoPayErrorCode.NoSuchTransaction);
    }

    [Theory]
    [InlineData("partner_order_id", null, -726)]
    [InlineData("partner_order_id", "\"\"", -726)]
    [InlineData("partner_order_id", "1", -726)]
    [InlineData("item_name", null, -726)]
    [InlineData("quantity", "0", -726)]
    [InlineData("approval_url", "\"/pay\"", -726)]
    [InlineData("install_month", "13", -726)]
    [InlineData("total_amout", "1", -726)]
    [InlineData("tax_free_amount", null, -722)]
    [InlineData("total_amount", "\"9000\"", -722)]
    [InlineData("total_amount", "-1", -722)]
    [InlineData("total_amount", "10.5", -722)]
    [InlineData("green_deposit", "-1", -722)]
    [InlineData("total_amount", "0", -725)]
    [InlineData("tax_free_amount", "9001", -725)]
    [InlineData("vat_amount", "9001", -725)]
    [InlineData("total_amount", "10000001", -797)]
    [InlineData("payment_method_type", "\"BITCOIN\"", -705)]
    [InlineData("cid", "\"TC0OTHER00\"", -731)]
    [InlineData("cid", null, -731)]
    [InlineData("cid_secret", "\"cidsecretcidsecretcidsec\"", -733)]
    public async Task Ready_OneFieldWrong_IsRefusedByItsCode(string field, string? value, int code)
    {
        var body = ReadyBody();
        if (value is null)
            body.Remove(field);
        else
            body[field] = JsonNode.Parse(value);
        var (status, answer) = await PostAsync("ready", body.ToJsonString());
        status.ShouldBe(HttpStatusCode.BadRequest);
        ((int)answer["error_code"]!).ShouldBe(code, answer.ToJsonString());
        if (code is -726 or -722)
            ((string)answer["error_message"]!).ShouldContain(field);
    }

    [Fact]
    public async Task Ready_DocumentedFieldsOfOtherContracts_AreTaken()
    {
        var body = ReadyBody();
        body["available_cards"] = new JsonArray("KAKAOBANK");
        body["use_share_installment"] = "N";
        body["custom_json"] = new JsonObject { ["return_custom_url"] = "app://" };
        (await PostAsync("ready", body.ToJsonString())).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("[]", "application/json")]
    [InlineData("{", "application/json")]
    [InlineData("""{"cid":"TC0ONETIME","cid":"TC0ONETIME"}""", "application/json")]
    [InlineData("cid=TC0ONETIME", "application/x-www-form-urlencoded")]
    public async Task Ready_NotAJsonObject_IsRefused(string body, string contentType)
    {
        var (status, answer) = await PostAsync("ready", body, contentType: contentType);
        (status, (int)answer["error_code"]!).ShouldBe((HttpStatusCode.BadRequest, KakaoPayErrorCode.BadOrderData));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task Ready_BodyAtTheSizeLimit_IsTakenUpToIt(int bytesMore, bool isTaken)
    {
        var body = ReadyBody().ToJsonString();
        var (status, _) = await PostAsync("ready", body + new string(' ', (16 * 1024) + bytesMore - body.Length));
        status.ShouldBe(isTaken ? HttpStatusCode.OK : HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.BadRequest, -400)]
    [InlineData("SECRET_KEY wrong", HttpStatusCode.Unauthorized, -401)]
    [InlineData($"KakaoAK {SimulatorHost.Key}", HttpStatusCode.Unauthorized, -401)]
    [InlineData($"DEV_SECRET_KEY {SimulatorHost.Key}", HttpStatusCode.OK, null)]
    public async Task Call_ByItsAuthorization_IsTakenOrRefused(string? header, HttpStatusCode expected, int? code)
    {
        var (status, answer) = await PostAsync("ready", ReadyBody().ToJsonString(), header);
        (status, (int?)answer["error_code"]).ShouldBe((expected, code));
    }

    [Fact]
    public async Task Call_OfAnUnknownAddress_Is404()
    {
        var (status, answer) = await PostAsync("charge", "{}");
        (status, (int)answer["error_code"]!).ShouldBe((HttpStatusCode.NotFound, KakaoPayErrorCode.NoSuchAddress));
    }

    private static JsonObject ReadyBody() => new()
    {
        ["cid"] = "TC0ONETIME",
        ["partner_order_id"] = "order-1",
        ["partner_user_id"] = "member-1",
        ["item_name"] = "Americano",
        ["quantity"] = 1,
        ["total_amount"] = 9000,
        ["tax_free_amount"] = 0,
        ["approval_url"] = "https://cafe.example/a",
        ["cancel_url"] = "https://cafe.example/c",
        ["fail_url"] = "https://cafe.example/f",
    };

    private async Task<(HttpStatusCode Status, JsonNode Answer)> PostAsync(
        string operation,
        string body,
        string? authorization = $"SECRET_KEY {SimulatorHost.Key}",
        string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/online/v1/payment/{operation}");
        request.Content = new StringContent(body, Encoding.UTF8, contentType);
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var answer = await Host.Http.SendAsync(request, Cancellation);
        return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonNode>(Cancellation))!);
    }

    private async Task ApproveIsRefusedAsync(ApproveRequest approve, int code)
    {
        var error = await Should.ThrowAsync<KakaoPayRefusedException>(
            () => Host.Client.ApproveAsync(approve, Cancellation));
        (error.ErrorCode, error.HttpStatus).ShouldBe((code, 400));
    }

    private async Task CancelIsRefusedAsync(CancelRequest cancel, int code)
    {
        var error = await Should.ThrowAsync<KakaoPayRefusedException>(
            () => Host.Client.CancelAsync(cancel, Cancellation));
        (error.ErrorCode, error.HttpStatus).ShouldBe((code, 400));
    }
}
