using System.Net;
using Amazon.Lambda.APIGatewayEvents;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Texts;

namespace KakaoWorkflow.Lambdas.Pages;

/// <summary>The pages that a customer sees around a payment: plain HTML without scripts, which reload themselves while something is going on.</summary>
internal static class Page
{
    private const int ReloadSeconds = 2;

    public static APIGatewayHttpApiV2ProxyResponse NotFound { get; } = Show(404, "페이지를 찾을 수 없어요", "주소를 다시 확인해 주세요.");

    public static APIGatewayHttpApiV2ProxyResponse Forbidden { get; } = Show(403, "열 수 없는 주소예요", "카카오톡 대화방의 결제 버튼을 다시 눌러 주세요.");

    public static APIGatewayHttpApiV2ProxyResponse BadRequest { get; } = Show(400, "결제 정보를 확인할 수 없어요", "카카오톡 대화방에서 다시 시도해 주세요.");

    public static APIGatewayHttpApiV2ProxyResponse TryAgain { get; } =
        Show(503, "잠시 후 다시 시도해 주세요", "지금은 처리하지 못했어요. 이 페이지를 새로 고쳐 주세요.");

    public static APIGatewayHttpApiV2ProxyResponse Preparing { get; } =
        Show(200, "결제를 준비하고 있어요", "잠시만 기다리면 카카오페이로 이동해요.", reload: true);

    public static APIGatewayHttpApiV2ProxyResponse Confirming(Order order) =>
        Show(200, "결제를 확인하고 있어요", Of(order), reload: true);

    public static APIGatewayHttpApiV2ProxyResponse InReview(Order order) =>
        Show(200, "직원이 확인하고 있어요", Of(order) + "<br>잠시만 기다려 주세요.", reload: true);

    public static APIGatewayHttpApiV2ProxyResponse Unpaid(Order order, string payUrl) => Show(
        200, "아직 결제되지 않았어요", $"{Of(order)}</p><p><a href=\"{WebUtility.HtmlEncode(payUrl)}\">다시 결제하기</a>");

    public static APIGatewayHttpApiV2ProxyResponse Ended(Order order)
    {
        var (title, text) = order.Status switch
        {
            OrderStatus.Paid => ("결제가 끝났어요", "정성껏 준비할게요."),
            OrderStatus.Rejected => ("주문할 수 없어요", "카카오톡 대화방에서 주문서를 다시 만들어 주세요."),
            OrderStatus.Cancelled => ("주문이 취소되었어요", "결제된 금액은 없어요."),
            OrderStatus.Expired => ("결제 시간이 지났어요", "결제된 금액은 없어요. 카카오톡 대화방에서 다시 주문해 주세요."),
            OrderStatus.Declined => ("결제가 승인되지 않았어요", "결제된 금액은 없어요. 카카오톡 대화방에서 다시 주문해 주세요."),
            OrderStatus.Refunded => ("환불되었어요", "결제한 금액을 모두 돌려드렸어요."),
            _ => ("끝난 주문이에요", ""),
        };
        var earned = order.EarnedPoints > 0 ? $"<br>적립된 포인트: {PointsText.Format(order.EarnedPoints.Value)}" : "";
        return Show(200, title, $"{Of(order)}<br>{text}{earned}");
    }

    public static APIGatewayHttpApiV2ProxyResponse Redirect(int status, string url) => new()
    {
        StatusCode = status,
        Headers = Headers(("location", url)),
        Body = "",
    };

    private static string Of(Order order) =>
        $"주문 {WebUtility.HtmlEncode(order.OrderId)}<br>{WebUtility.HtmlEncode(order.ItemName)} {WonText.Format(order.AmountDueWon)}";

    private static APIGatewayHttpApiV2ProxyResponse Show(int status, string title, string html, bool reload = false) => new()
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
            {{(reload ? $"<meta http-equiv=\"refresh\" content=\"{ReloadSeconds}\">" : "")}}
            <title>{{title}}</title>
            <style>
              body { font: 17px/1.6 system-ui, sans-serif; max-width: 26rem; margin: 15vh auto; padding: 0 1.5rem; color: #1e1e1e; }
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
