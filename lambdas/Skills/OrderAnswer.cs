using KakaoWorkflow.Board;
using KakaoWorkflow.Callbacks;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Pricing;
using KakaoWorkflow.Skills.Answers;
using KakaoWorkflow.Texts;

namespace KakaoWorkflow.Lambdas.Skills;

/// <summary>What a customer reads about an order in the chat.</summary>
internal static class OrderAnswer
{
    public static SkillResponse Of(Order order, PayLinks links, PricingRules rules) => order.Status switch
    {
        OrderStatus.Quoted or OrderStatus.Reserved => PayLink(order.OrderId, links),
        OrderStatus.AwaitingPayment when order.WithdrawnAt is not null => Text(order, "주문을 취소하고 있어요."),
        OrderStatus.AwaitingPayment when order.PgToken is not null => Text(order, "결제를 확인하고 있어요."),
        OrderStatus.AwaitingPayment => PayLink(order.OrderId, links),
        OrderStatus.Review => Text(order, "직원이 주문을 확인하고 있어요. 잠시만 기다려 주세요."),
        OrderStatus.Paid => SkillResponse.Text(Paid(order)),
        OrderStatus.Rejected => SkillResponse.Text(SkillTexts.Rejected(order.RejectionCode, rules))
            .WithQuickReplies(QuickReply.Message(SkillTexts.OrderLabel)),
        _ => SkillResponse.Text($"주문 {order.OrderId}: {Ended(order)}").WithQuickReplies(QuickReply.Message(SkillTexts.OrderLabel)),
    };

    public static SkillResponse PayLink(string orderId, PayLinks links) => SkillResponse.Of(new TextCard(
        title: "주문 " + orderId,
        description: "아래 버튼을 눌러 카카오페이로 결제해 주세요. 15분이 지나면 주문이 취소돼요.",
        buttons:
        [
            Button.WebLink("카카오페이 결제", links.Url(orderId, PayLinkKind.Pay)),
            Button.Message(SkillTexts.CancelLabel, SkillTexts.CancelLabel, SkillTexts.Extra(orderId)),
        ])).WithQuickReplies(QuickReply.Message(SkillTexts.StatusLabel, extra: SkillTexts.Extra(orderId)));

    private static SkillResponse Text(Order order, string text) => SkillResponse.Text($"주문 {order.OrderId}: {text}")
        .WithQuickReplies(QuickReply.Message(SkillTexts.StatusLabel, extra: SkillTexts.Extra(order.OrderId)));

    private static string Paid(Order order)
    {
        var text = $"주문 {order.OrderId}: {order.ItemName} 결제가 끝났어요. "
            + (order.Preparation switch
            {
                Preparation.Making => "음료를 만들고 있어요.",
                Preparation.Made => "음료가 나왔어요! 카운터에서 찾아가 주세요.",
                Preparation.PickedUp => "맛있게 드세요!",
                _ => "정성껏 준비할게요.",
            });
        if (order.PointsUsed > 0)
            text += $"\n사용한 포인트: {PointsText.Format(order.PointsUsed)}";
        if (order.EarnedPoints > 0)
            text += $"\n적립된 포인트: {PointsText.Format(order.EarnedPoints.Value)}";
        if (order.RefundedWon > 0)
            text += $"\n환불된 금액: {WonText.Format(order.RefundedWon)}";
        if (order.OpenRefund is not null)
            text += "\n환불을 진행하고 있어요.";
        return text;
    }

    private static string Ended(Order order) => order.Status switch
    {
        OrderStatus.Cancelled => "취소되었어요. 결제된 금액은 없어요.",
        OrderStatus.Expired => "결제 시간이 지나 취소되었어요. 결제된 금액은 없어요.",
        OrderStatus.Declined => "결제가 승인되지 않아 취소되었어요. 결제된 금액은 없어요.",
        OrderStatus.Refunded => "취소되었고 결제한 금액은 모두 환불되었어요.",
        _ => "끝난 주문이에요.",
    } + (order.PointsUsed > 0 ? " 사용하려던 포인트도 돌려드렸어요." : "");
}
