using KakaoWorkflow.Board;
using KakaoWorkflow.Callbacks;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Skills.Answers;
using KakaoWorkflow.Texts;

namespace KakaoWorkflow.Lambdas.Skills;

/// <summary>
/// Skill <c>cancel-order</c>. An order that is not paid yet is withdrawn: if the capture was faster, it is refunded instead of
/// committed. A paid order that the café has not begun, and that was paid not too long ago, is refunded in full, after a second
/// tap: the request is written down here and carried out by the queue's consumer, since KakaoPay is too slow for a chat.
/// </summary>
internal static class CancelOrderFunction
{
    public static FunctionHandler Create(FunctionServices services)
    {
        var (orders, callbacks) = (new CustomerOrder(services), services.Callbacks);
        var park = new ParkCallback(services.Table, callbacks, services.Time);
        var request = new RequestRefund(services.Table, services.Time);
        var (time, within) = (services.Time, services.CustomerCancelWithin);
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
            var wish = RefundRequest.ByCustomer(order.OrderId) with { Within = within };
            if (wish.RefusalFor(order, time.GetUtcNow()) is { } refusal)
                return Answer(order, Refused(refusal, order.Preparation, within));
            return call.ClientExtra(SkillTexts.ConfirmExtra) == SkillTexts.ConfirmRefund
                ? await RefundAsync(order, wish, request, callbacks, cancellationToken)
                : Question(order);
        });
    }

    private static async Task<SkillResponse> RefundAsync(
        Order order, RefundRequest wish, RequestRefund request, ICallbackQueue callbacks, CancellationToken cancellationToken)
    {
        try
        {
            if (await request.RunAsync(wish, cancellationToken) is not null)
                await callbacks.SendAsync(new CallbackMessage(order.OrderId, CallbackKind.Refund), cancellationToken);
            return Answer(order, "취소를 접수했어요. 결제한 금액과 사용한 포인트를 돌려드려요.");
        }
        catch (RefundRefusedException error)
        {
            return Answer(order, Refused(error.Reason, order.Preparation, wish.Within!.Value));
        }
    }

    /// <summary>Why a paid order is not cancelled in the chat any more, and who can help.</summary>
    private static string Refused(RefundRefusal refusal, string? preparation, TimeSpan within) => "죄송해요. " + (refusal switch
    {
        RefundRefusal.TooLate => $"결제하고 {within.TotalMinutes:0}분이 지나서 채팅으로는 취소할 수 없어요.",
        _ => preparation switch
        {
            Preparation.Making => "이미 음료를 만들고 있어서 취소할 수 없어요.",
            Preparation.Made => "이미 음료가 나와서 취소할 수 없어요.",
            Preparation.PickedUp => "이미 음료를 받아 가셔서 취소할 수 없어요.",
            _ => "그사이 음료를 만들기 시작해서 취소할 수 없어요.",
        },
    }) + " 매장에 문의해 주세요.";

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
