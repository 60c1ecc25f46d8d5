using System.Net;
using Amazon.Lambda.APIGatewayEvents;
using KakaoWorkflow.Lambdas.Kit;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Pricing;
using KakaoWorkflow.Texts;

namespace KakaoWorkflow.Lambdas.Pages;

/// <summary>The pages that a customer sees around a payment: plain HTML without scripts, which reload themselves while something is going on.</summary>
internal static class Page
{
    private const int ReloadSeconds = 2;
    private const int ReloadWhileUndecidedSeconds = 10;

    public static APIGatewayHttpApiV2ProxyResponse NotFound { get; } =
        Show(404, "페이지를 찾을 수 없어요", "카카오톡 대화방에서 다시 주문해 주세요.");

    public static APIGatewayHttpApiV2ProxyResponse Forbidden { get; } = Show(403, "열 수 없는 주소예요", "카카오톡 대화방의 결제 버튼을 다시 눌러 주세요.");

    public static APIGatewayHttpApiV2ProxyResponse BadRequest { get; } =
        Show(400, "결제 정보를 확인할 수 없어요", "카카오톡 대화방의 결제 버튼을 다시 눌러 주세요.");

    public static APIGatewayHttpApiV2ProxyResponse TryAgain { get; } =
        Show(503, "잠시 후 다시 시도해 주세요", "지금은 처리하지 못했어요. 이 페이지를 새로 고쳐 주세요.");

    /// <summary>An order whose payment is not ready; null for one that is not even priced.</summary>
    public static APIGatewayHttpApiV2ProxyResponse Preparing(Order? order) => order switch
    {
        null => Show(200, "주문을 확인하고 있어요", "잠시만 기다려 주세요.", ReloadSeconds),
        { AmountDueWon: > 0 } => Show(200, "결제를 준비하고 있어요", About(order, "잠시만 기다리면 카카오페이로 이동해요."), ReloadSeconds),
        { PointsUsed: > 0 } => Show(
            200, "포인트로 결제하고 있어요", About(order, $"사용하는 포인트: {PointsText.Format(order.PointsUsed)}", "잠시만 기다려 주세요."), ReloadSeconds),
        _ => Show(200, "주문을 확인하고 있어요", About(order, "잠시만 기다려 주세요."), ReloadSeconds),
    };

    public static APIGatewayHttpApiV2ProxyResponse Confirming(Order order) =>
        Show(200, "결제를 확인하고 있어요", About(order, "잠시만 기다려 주세요."), ReloadSeconds);

    public static APIGatewayHttpApiV2ProxyResponse Withdrawing(Order order) =>
        Show(200, "주문을 취소하고 있어요", About(order, "잠시만 기다려 주세요. 결제된 금액이 있으면 모두 돌려드려요."), ReloadSeconds);

    public static APIGatewayHttpApiV2ProxyResponse InReview(Order order) =>
        Show(200, "직원이 확인하고 있어요", About(order, "잠시만 기다려 주세요. 카카오톡 대화방에서 주문 상태를 확인할 수 있어요."), ReloadSeconds);

    /// <summary>The customer came back without paying. The page looks again, so that it never offers to pay what has ended.</summary>
    public static APIGatewayHttpApiV2ProxyResponse Unpaid(Order order, string payUrl) => Show(
        200, "아직 결제되지 않았어요",
        About(order, "결제를 그만두셨다면 주문이 곧 취소돼요. 계속하려면 아래 버튼을 눌러 주세요.") + Link("다시 결제하기", payUrl),
        ReloadWhileUndecidedSeconds);

    /// <summary>It cannot be told which of KakaoPay's pages fits the device.</summary>
    public static APIGatewayHttpApiV2ProxyResponse Choice(Order order, string mobileUrl, string pcUrl) => Show(
        200, "어떻게 결제하시겠어요?",
        About(order, "이 기기에 카카오톡이 있으면 카카오톡으로, 없으면 휴대전화로 QR 코드를 찍어 결제해 주세요.")
        + Link("카카오톡으로 결제하기", mobileUrl) + Link("QR 코드로 결제하기", pcUrl),
        ReloadWhileUndecidedSeconds);

    public static APIGatewayHttpApiV2ProxyResponse Ended(Order order, PricingRules rules)
    {
        if (order.Status == OrderStatus.Rejected)
            return Show(200, "주문할 수 없어요", About(order, RejectionText.Of(order.RejectionCode, rules), "카카오톡 대화방에서 주문할 수 있어요."));
        if (order.Status != OrderStatus.Paid)
        {
            var (ending, text) = OrderText.Ending(order);
            return Show(200, ending, About(order, text, "카카오톡 대화방에서 다시 주문할 수 있어요."));
        }
        if (order.RecalledAt is not null)
            return Show(200, "주문을 취소하고 있어요", About(order, "취소를 접수했어요. 잠시만 기다려 주세요."), ReloadWhileUndecidedSeconds);
        var title = order.TotalWon > 0 ? "결제가 완료됐어요" : "주문이 완료됐어요";
        var state = order switch
        {
            { OpenRefund: not null } => "일부를 환불하고 있어요.",
            { Preparation: Preparation.Making } => "음료를 만들고 있어요. 조금만 기다려 주세요.",
            { Preparation: Preparation.Made } => "음료가 나왔어요! 카운터에서 찾아가 주세요.",
            { Preparation: Preparation.PickedUp } => "맛있게 드세요!",
            _ => "정성껏 준비할게요.",
        };
        return Show(200, title, About(order, [state, .. OrderText.Receipt(order)]));
    }

    public static APIGatewayHttpApiV2ProxyResponse Redirect(int status, string url) => new()
    {
        StatusCode = status,
        Headers = Headers(("location", url)),
        Body = "",
    };

    private static string About(Order order, params IEnumerable<string> lines)
    {
        var items = OrderText.Items(order);
        string[] about = [$"주문 {order.OrderId}", items.Length > 0 ? $"{items} {WonText.Format(order.TotalWon)}" : "", .. lines];
        return string.Join("<br>", about.Where(line => line.Length > 0).Select(WebUtility.HtmlEncode));
    }

    private static string Link(string label, string url) => $"</p><p><a href=\"{WebUtility.HtmlEncode(url)}\">{label}</a>";

    private static APIGatewayHttpApiV2ProxyResponse Show(int status, string title, string html, int? reloadSeconds = null) => new()
    {
        StatusCode = status,
        Headers = Headers(
            ("content-type", "text/html; charset=utf-8"),
            ("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")),
        Body = $$"""
            <!doctype html>
            <html lang="ko">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            {{(reloadSeconds is null ? "" : $"<meta http-equiv=\"refresh\" content=\"{reloadSeconds}\">")}}
            <title>{{title}}</title>
            <style>
              body { font: 17px/1.6 system-ui, sans-serif; max-width: 26rem; margin: 15vh auto; padding: 0 1.5rem; color: #1e1e1e; word-break: keep-all; overflow-wrap: anywhere; }
              h1 { font-size: 1.5rem; }
              a { display: inline-block; background: #fee500; color: #191919; padding: .7rem 1.4rem; border-radius: .5rem; text-decoration: none; }
            </style>
            <h1>{{title}}</h1>
            <p>{{html}}</p>
            </html>
            """,
    };

    private static Dictionary<string, string> Headers(params ReadOnlySpan<(string Name, string Value)> headers)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["cache-control"] = "no-store",
            ["referrer-policy"] = "no-referrer",
            ["x-content-type-options"] = "nosniff",
        };
        foreach (var (name, value) in headers)
            all[name] = value;
        return all;
    }
}
