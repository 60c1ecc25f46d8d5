using KakaoWorkflow.Callbacks;
using KakaoWorkflow.Lambdas.Kit;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Pricing;
using KakaoWorkflow.Skills.Answers;
using KakaoWorkflow.Texts;

namespace KakaoWorkflow.Lambdas.Skills;

/// <summary>What a customer reads about an order in the chat: where it stands, and what to do next.</summary>
internal static class OrderAnswer
{
    /// <param name="order">The order.</param>
    /// <param name="links">Where it is paid.</param>
    /// <param name="rules">The rules that a refusal names.</param>
    /// <param name="mayCancel">Whether a paid order can still be cancelled in the chat.</param>
    public static SkillResponse Of(Order order, PayLinks links, PricingRules rules, bool mayCancel) => order switch
    {
        { IsOpen: true } => Open(order, links),
        { Status: OrderStatus.Paid } => SkillResponse.Text(Paid(order)).WithQuickReplies(AfterPaying(order, mayCancel)),
        { Status: OrderStatus.Rejected } => SkillTexts.Refused(order.RejectionCode, rules),
        _ => Ended(order),
    };

    /// <summary>An order of which only the sheet is known yet.</summary>
    public static SkillResponse Placed(OrderSheet sheet, PayLinks links) => sheet.AmountDueWon == 0
        ? PaidWithPoints(sheet.OrderId, OrderText.Items(sheet.Lines), sheet.PointsUsed)
        : PayCard("주문 " + sheet.OrderId, PayText(sheet.Lines, sheet.AmountDueWon), sheet.OrderId, links);

    /// <summary>The order in flight, told to somebody who wants another one.</summary>
    public static SkillResponse Blocked(Order open, PayLinks links) => IsPayable(open)
        ? PayCard(
            "결제를 기다리는 주문이 있어요",
            $"{About(open)}\n결제 금액: {WonText.Format(open.AmountDueWon)}\n먼저 결제하거나 취소해 주세요.", open.OrderId, links)
        : Open(open, links);

    /// <summary>An order that has ended without a sale, or lost it again.</summary>
    public static SkillResponse Ended(Order order, string before = "")
    {
        var (title, text) = OrderText.Ending(order);
        return SkillResponse.Text($"{About(order)}\n{before}{title}. {text}".TrimEnd()).WithQuickReplies(QuickReply.Message(SkillTexts.OrderLabel));
    }

    /// <summary>A text about an order, with its status to follow.</summary>
    public static SkillResponse Text(Order order, string text) => Text(order.OrderId, OrderText.Items(order), text);

    /// <summary>Which order it is: its number, and what was ordered.</summary>
    public static string About(Order order) => About(order.OrderId, OrderText.Items(order));

    private static SkillResponse Open(Order order, PayLinks links) => order switch
    {
        { Status: OrderStatus.Review, WithdrawnAt: not null } => Text(order, "취소 요청을 직원이 확인하고 있어요. 잠시 후 주문 상태를 다시 확인해 주세요."),
        { Status: OrderStatus.Review } => Text(order, "직원이 주문을 확인하고 있어요. 잠시 후 주문 상태를 다시 확인해 주세요."),
        { WithdrawnAt: not null } => Text(order, "주문을 취소하고 있어요. 잠시 후 주문 상태를 확인해 주세요."),
        { PgToken: not null } => Text(order, "결제를 확인하고 있어요. 잠시 후 주문 상태를 확인해 주세요."),
        { AmountDueWon: 0 } => PaidWithPoints(order.OrderId, OrderText.Items(order), order.PointsUsed),
        _ => PayCard("주문 " + order.OrderId, PayText(order.Lines, order.AmountDueWon), order.OrderId, links),
    };

    private static bool IsPayable(Order order) =>
        order is { IsOpen: true, WithdrawnAt: null, PgToken: null, AmountDueWon: > 0 } and not { Status: OrderStatus.Review };

    private static SkillResponse PaidWithPoints(OrderId orderId, string items, long pointsUsed) => Text(orderId, items, pointsUsed > 0
        ? $"포인트 {PointsText.Format(pointsUsed)}로 결제하고 있어요. 잠시 후 주문 상태를 확인해 주세요."
        : "주문을 확인하고 있어요. 잠시 후 주문 상태를 확인해 주세요.");

    private static SkillResponse PayCard(string title, string text, OrderId orderId, PayLinks links) => SkillResponse.Of(new TextCard(
        title,
        text,
        buttons:
        [
            Button.WebLink("카카오페이 결제하기", links.Url(orderId, PayLinkKind.Pay)),
            Button.Message(SkillTexts.CancelLabel, SkillTexts.CancelLabel, SkillTexts.Extra(orderId)),
        ])).WithQuickReplies(SkillTexts.Status(orderId));

    private static string PayText(IEnumerable<OrderLine> lines, long amountDueWon) =>
        $"{OrderText.Items(lines)}\n결제 금액: {WonText.Format(amountDueWon)}\n"
        + "아래 버튼을 눌러 카카오페이로 결제해 주세요. 15분 안에 결제하지 않으면 자동으로 취소돼요.";

    private static SkillResponse Text(OrderId orderId, string items, string text) =>
        SkillResponse.Text($"{About(orderId, items)}\n{text}").WithQuickReplies(SkillTexts.Status(orderId));

    private static string About(OrderId orderId, string items) => items.Length > 0 ? $"주문 {orderId}\n{items}" : $"주문 {orderId}";

    private static string Paid(Order order)
    {
        if (order.RecalledAt is not null)
            return $"{About(order)}\n취소를 접수해서 처리하고 있어요. 잠시 후 주문 상태를 확인해 주세요.";
        var state = order switch
        {
            { Preparation: Preparation.Making } => "음료를 만들고 있어요. 조금만 기다려 주세요.",
            { Preparation: Preparation.Made } => "음료가 나왔어요! 카운터에서 찾아가 주세요.",
            { Preparation: Preparation.PickedUp } => "맛있게 드세요!",
            _ => "정성껏 준비할게요.",
        };
        var text = $"{About(order)}\n{(order.TotalWon > 0 ? "결제가" : "주문이")} 완료됐어요. {state}";
        foreach (var line in OrderText.Receipt(order))
            text += "\n" + line;
        if (order.OpenRefund is not null)
            text += "\n일부를 환불하고 있어요. 잠시 후 주문 상태를 확인해 주세요.";
        return text;
    }

    private static QuickReply[] AfterPaying(Order order, bool mayCancel)
    {
        QuickReply[] next = [SkillTexts.Status(order.OrderId), QuickReply.Message(SkillTexts.OrderLabel)];
        return mayCancel
            ? [QuickReply.Message(SkillTexts.CancelLabel, extra: SkillTexts.Extra(order.OrderId)), .. next]
            : next;
    }
}
