using KakaoWorkflow.Board;
using KakaoWorkflow.Callbacks;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Skills.Answers;
using KakaoWorkflow.Texts;

namespace KakaoWorkflow.Lambdas.Skills;

/// <summary>
/// Skill <c>cancel-order</c>. An order that is not paid yet is withdrawn: if the capture was faster, it is refunded instead of
/// committed. A paid order that the café has not begun is refunded in full, after a second tap: the request is written down
/// here and carried out by the queue's consumer, since KakaoPay is too slow for a chat.
/// </summary>
internal static class CancelOrderFunction
{
    public static FunctionHandler Create(FunctionServices services)
    {
        var (orders, callbacks) = (new CustomerOrder(services), services.Callbacks);
        var park = new ParkCallback(services.Table, callbacks, services.Time);
        var request = new RequestRefund(services.Table, services.Time);
        return SkillFunction.Of("CancelOrder", services, async (call, cancellationToken) =>
        {
            if (await orders.FindAsync(call) is not { } order)
                return SkillTexts.OrderNotFound;
            if (order.Status != OrderStatus.Paid)
                order = await park.WithdrawAsync(order.OrderId, cancellationToken);
            if (order.Status != OrderStatus.Paid)
                return Answer(order, Withdrawn(order));
            if (order.OpenRefund is not null)
                return Answer(order, "환불을 진행하고 있어요. 잠시만 기다려 주세요.");
            if (order.Preparation is not (null or Preparation.ToMake))
                return Answer(order, "이미 음료가 만들어져서 취소하지 못했어요. 매장에 문의해 주세요.");
            return call.ClientExtra(SkillTexts.ConfirmExtra) == SkillTexts.ConfirmRefund
                ? await RefundAsync(order, request, callbacks, cancellationToken)
                : Question(order);
        });
    }

    private static async Task<SkillResponse> RefundAsync(
        Order order, RequestRefund request, ICallbackQueue callbacks, CancellationToken cancellationToken)
    {
        try
        {
            if (await request.RunAsync(RefundRequest.ByCustomer(order.OrderId), cancellationToken) is not null)
                await callbacks.SendAsync(new CallbackMessage(order.OrderId, CallbackKind.Refund), cancellationToken);
            return Answer(order, "취소를 접수했어요. 결제한 금액과 사용한 포인트를 돌려드려요.");
        }
        catch (RefundRefusedException)
        {
            return Answer(order, "그사이 음료가 만들어져서 취소하지 못했어요. 매장에 문의해 주세요.");
        }
    }

    private static SkillResponse Question(Order order)
    {
        var leftWon = order.AmountDueWon - order.RefundedWon;
        var text = $"{order.ItemName}\n돌려받는 금액: {WonText.Format(leftWon)}";
        if (order.PointsUsed > order.RefundedPoints)
            text += $"\n돌려받는 포인트: {PointsText.Format(order.PointsUsed - order.RefundedPoints)}";
        if (order.EarnedPoints > order.TakenBackPoints)
            text += $"\n취소되는 적립 포인트: {PointsText.Format(order.EarnedPoints.Value - order.TakenBackPoints)}";
        var extra = SkillTexts.Extra(order.OrderId);
        extra[SkillTexts.ConfirmExtra] = SkillTexts.ConfirmRefund;
        return SkillResponse.Of(new TextCard(
            title: $"주문 {order.OrderId}을 취소할까요?",
            description: text,
            buttons: [Button.Message(SkillTexts.RefundLabel, SkillTexts.CancelLabel, extra)]))
            .WithQuickReplies(QuickReply.Message(SkillTexts.StatusLabel, extra: SkillTexts.Extra(order.OrderId)));
    }

    private static SkillResponse Answer(Order order, string text) => SkillResponse.Text($"주문 {order.OrderId}: {text}")
        .WithQuickReplies(QuickReply.Message(SkillTexts.StatusLabel, extra: SkillTexts.Extra(order.OrderId)));

    private static string Withdrawn(Order order) => order.IsOpen
        ? "취소를 접수했어요. 예약된 포인트와 결제된 금액이 있으면 돌려드려요."
        : "이미 끝난 주문이에요.";
}
