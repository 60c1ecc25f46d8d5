using KakaoWorkflow.Callbacks;
using KakaoWorkflow.Lambdas.Kit;
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
        var (orders, records, callbacks) = (new CustomerOrder(services), services.Orders, services.Callbacks);
        var park = new ParkCallback(services.Table, callbacks, services.Time);
        var request = new RequestRefund(services.Table, services.Time);
        var time = services.Time;
        return SkillFunction.Of("CancelOrder", services, async (call, cancellationToken) =>
        {
            if (await orders.FindAsync(call, cancellationToken) is not { } order)
                return SkillTexts.OrderNotFound;
            if (order.Status != OrderStatus.Paid)
                order = await park.WithdrawAsync(order.OrderId, cancellationToken);
            if (order.Status != OrderStatus.Paid)
            {
                return order.IsOpen
                    ? OrderAnswer.Text(order, Withdrawn(order))
                    : OrderAnswer.Ended(order, order.Status == OrderStatus.Rejected ? "" : "이미 끝난 주문이에요. ");
            }
            if (order.OpenRefund is not null)
                return UnderWay(order);
            var wish = orders.Cancel(order);
            if (wish.RefusalFor(order, time.GetUtcNow()) is { } refusal)
                return OrderAnswer.Text(order, Refused(refusal, order.Preparation, wish));
            return call.ClientExtra(SkillTexts.ConfirmExtra) == SkillTexts.ConfirmRefund
                ? await RefundAsync(order, wish, request, records, callbacks, cancellationToken)
                : Question(order);
        });
    }

    private static async Task<SkillResponse> RefundAsync(
        Order order, RefundRequest wish, RequestRefund request, OrderRecords records, ICallbackQueue callbacks, CancellationToken cancellationToken)
    {
        try
        {
            if (await request.RunAsync(wish, cancellationToken) is not null)
                await callbacks.SendAsync(new CallbackMessage(order.OrderId, CallbackKind.Refund), cancellationToken);
            order = await records.GetAsync(order.OrderId, cancellationToken);
            if (order.RecalledAt is null)
                return UnderWay(order);
            return OrderAnswer.Text(order, "취소를 접수했어요." + GivenBack(order));
        }
        catch (RefundRefusedException error)
        {
            return OrderAnswer.Text(order, Refused(error.Reason, order.Preparation, wish));
        }
    }

    /// <summary>A refund that was asked for before, and may be of a part only.</summary>
    private static SkillResponse UnderWay(Order order) => OrderAnswer.Text(
        order, (order.AmountDueWon > 0 ? "환불을" : "취소를") + " 진행하고 있어요. 잠시 후 주문 상태를 확인해 주세요.");

    /// <summary>Why a paid order is not cancelled in the chat any more, and who can help.</summary>
    private static string Refused(RefundRefusal refusal, string? preparation, RefundRequest wish) => "죄송해요. " + (refusal switch
    {
        RefundRefusal.TooLate => $"결제하고 {wish.Within?.TotalMinutes:0}분이 지나서 채팅으로는 취소할 수 없어요.",
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
        var text = $"주문 {order.OrderId}\n{OrderText.Items(OrderText.Left(order))}";
        if (order.AmountDueWon > order.RefundedWon)
            text += $"\n돌려받는 금액: {WonText.Format(order.AmountDueWon - order.RefundedWon)}";
        if (order.PointsUsed > order.RefundedPoints)
            text += $"\n돌려받는 포인트: {PointsText.Format(order.PointsUsed - order.RefundedPoints)}";
        if (order.EarnedPoints > order.TakenBackPoints)
            text += $"\n취소되는 적립 포인트: {PointsText.Format(order.EarnedPoints.Value - order.TakenBackPoints)}";
        var extra = SkillTexts.Extra(order.OrderId);
        extra[SkillTexts.ConfirmExtra] = SkillTexts.ConfirmRefund;
        return SkillResponse.Of(new TextCard(
            title: "이 주문을 취소할까요?",
            description: text,
            buttons: [Button.Message(SkillTexts.RefundLabel, SkillTexts.CancelLabel, extra)]))
            .WithQuickReplies(SkillTexts.Status(order.OrderId));
    }

    private static string GivenBack(Order order)
    {
        var (won, points) = (order.AmountDueWon - order.RefundedWon, order.PointsUsed - order.RefundedPoints);
        return (won > 0, points > 0) switch
        {
            (true, true) => $" 결제한 {WonText.Format(won)}과 사용한 포인트 {PointsText.Format(points)}를 돌려드려요.",
            (true, false) => $" 결제한 {WonText.Format(won)}을 돌려드려요.",
            (false, true) => $" 사용한 포인트 {PointsText.Format(points)}를 돌려드려요.",
            _ => "",
        };
    }

    private static string Withdrawn(Order order) => "취소를 접수했어요."
        + (order.PointsUsed > 0 ? $" 사용하려던 포인트 {PointsText.Format(order.PointsUsed)}는 돌려드려요." : "")
        + (order.PgToken is not null ? " 그사이 결제된 금액이 있으면 모두 돌려드려요." : "");
}
