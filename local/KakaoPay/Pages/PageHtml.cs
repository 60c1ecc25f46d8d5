using System.Text.Encodings.Web;
using KakaoWorkflow.Local.KakaoPay.Payments;

namespace KakaoWorkflow.Local.KakaoPay.Pages;

/// <summary>The payment page: plain HTML, forms only.</summary>
internal static class PageHtml
{
    public static string Payment(Payment payment, PageDevice device)
    {
        var address = $"/mockup/{Name(device)}/{payment.PageKey}";
        var hint = device == PageDevice.Pc
            ? $"<p>휴대전화에서 결제하려면 <a href=\"/mockup/mobile/{payment.PageKey}\">모바일 결제창</a>을 여세요.</p>"
            : "";
        var methods = payment.OnlyMethod is null
            ? """
                <p><label><input type="radio" name="method" value="MONEY" checked> 카카오페이머니</label>
                <label><input type="radio" name="method" value="CARD"> 카드</label></p>
                """
            : "";
        return Frame($"""
            <h1>카카오페이 결제 (모의)</h1>
            <dl><dt>상품</dt><dd>{HtmlEncoder.Default.Encode(payment.ItemName)}</dd>
            <dt>수량</dt><dd>{payment.Quantity:N0}개</dd>
            <dt>결제 금액</dt><dd><strong>{payment.Requested.TotalWon:N0}원</strong></dd></dl>
            {hint}
            <form method="post" action="{address}/pay">{methods}<button>결제하기</button></form>
            <form method="post" action="{address}/quit"><button>그만두기</button></form>
            <form method="post" action="{address}/fail"><button>실패</button></form>
            <form method="post" action="{address}/back"><button>뒤로 (취소 없이 돌아가기)</button></form>
            """);
    }

    public static string NotFound() => Frame("<h1>결제창을 찾을 수 없어요</h1><p>주소를 확인해 주세요.</p>");

    public static string Name(PageDevice device) => device switch
    {
        PageDevice.Pc => "pc",
        PageDevice.Mobile => "mobile",
        _ => "app",
    };

    public static string Name(PageStep step) => step switch
    {
        PageStep.Pay => "pay",
        PageStep.Quit => "quit",
        PageStep.Fail => "fail",
        _ => "back",
    };

    private static string Frame(string body) => $"""
        <!doctype html>
        <html lang="ko">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>카카오페이 결제 (모의)</title>
        </head>
        <body>
        {body}
        </body>
        </html>

        """;
}
