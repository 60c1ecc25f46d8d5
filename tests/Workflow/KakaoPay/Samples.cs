using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace KakaoWorkflow.Tests.Workflow.KakaoPay;

/// <summary>Valid requests and answers, which each test changes in one place.</summary>
public static class Samples
{
    public const string Key = "DEVKEYDEVKEYDEVKEYDEVKEYDEVKEYDEVKEY0001";
    public const string CidSecret = "cidsecretcidsecretcidsec";
    public const string Token = "b1c2d3e4f5a6b7c8d9e0";
    public const string Tid = "T469b847306d7b2dc394";

    public const string ReadyAnswer = """
        {"tid":"T469b847306d7b2dc394","tms_result":false,"next_redirect_app_url":"https://pay.example/app/1",
         "next_redirect_mobile_url":"https://pay.example/mobile/1","next_redirect_pc_url":"https://pay.example/pc/1",
         "android_app_scheme":"kakaotalk://a","ios_app_scheme":"kakaotalk://b","created_at":"2026-01-31T23:59:59"}
        """;

    public const string ApproveAnswer = """
        {"aid":"A469b85a306d7b2dc395","tid":"T469b847306d7b2dc394","cid":"TC0ONETIME","partner_order_id":"order-1","partner_user_id":"member-1",
         "payment_method_type":"MONEY","item_name":"아메리카노","item_code":"","quantity":2,
         "amount":{"total":9000,"tax_free":0,"vat":818,"point":0,"discount":0,"green_deposit":0},
         "created_at":"2026-01-31T23:59:59","approved_at":"2026-02-01T00:00:05","payload":"note"}
        """;

    public const string OrderAnswer = """
        {"tid":"T469b847306d7b2dc394","cid":"TC0ONETIME","status":"PART_CANCEL_PAYMENT","partner_order_id":"order-1","partner_user_id":"member-1",
         "payment_method_type":"CARD","amount":{"total":9000,"tax_free":0,"vat":818,"point":100,"discount":50,"green_deposit":0},
         "canceled_amount":{"total":4500,"tax_free":0,"vat":409,"point":0,"discount":0},
         "cancel_available_amount":{"total":4500,"tax_free":0,"vat":409,"point":0,"discount":0},
         "created_at":"2026-01-31T23:59:59","approved_at":"2026-02-01T00:00:05","canceled_at":"2026-02-01T00:01:00",
         "payment_action_details":[
           {"aid":"A1","approved_at":"2026-02-01T00:00:05","payment_action_type":"PAYMENT","payload":"note"},
           {"aid":"A2","approved_at":"2026-02-01T00:01:00","amount":4500,"point_amount":0,"discount_amount":0,"payment_action_type":"CANCEL"}]}
        """;

    public const string CancelAnswer = """
        {"aid":"A2","tid":"T469b847306d7b2dc394","cid":"TC0ONETIME","status":"CANCEL_PAYMENT","partner_order_id":"order-1","partner_user_id":"member-1",
         "amount":{"total":9000},"approved_cancel_amount":{"total":9000},"canceled_amount":{"total":9000},"cancel_available_amount":{"total":0},
         "canceled_at":"2026-02-01T00:01:00"}
        """;

    public static KakaoPayOptions Options => new()
    {
        BaseUrl = new Uri("https://open-api.kakaopay.com"),
        Cid = KakaoPayOptions.TestCid,
        SecretKey = new KakaoPaySecret(Key),
    };

    public static ReadyRequest Ready => new()
    {
        PartnerOrderId = "order-1",
        PartnerUserId = "member-1",
        ItemName = "Americano",
        Quantity = 2,
        TotalWon = 9000,
        TaxFreeWon = 0,
        ApprovalUrl = new Uri("https://cafe.example/pay/order-1/approved?sig=1"),
        CancelUrl = new Uri("https://cafe.example/pay/order-1/cancelled"),
        FailUrl = new Uri("https://cafe.example/pay/order-1/failed"),
    };

    public static ApproveRequest Approve => new()
    {
        Tid = Tid,
        PartnerOrderId = "order-1",
        PartnerUserId = "member-1",
        PgToken = new PgToken(Token),
    };

    public static CancelRequest Cancel => new() { Tid = Tid, CancelWon = 9000, CancelTaxFreeWon = 0 };

    public static (KakaoPayClient Client, StubHandler Handler) Client(
        string answer, HttpStatusCode status = HttpStatusCode.OK, KakaoPayOptions? options = null)
    {
        var handler = new StubHandler(status, answer);
        return (new KakaoPayClient(new HttpClient(handler), options ?? Options, new FakeTimeProvider()), handler);
    }
}
