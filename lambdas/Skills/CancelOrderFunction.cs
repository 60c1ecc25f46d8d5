using KakaoWorkflow.Callbacks;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Skills.Answers;

namespace KakaoWorkflow.Lambdas.Skills;

/// <summary>
/// Skill <c>cancel-order</c>: withdraws an order that is not paid yet. If the capture was faster, the order is refunded
/// instead of committed; if the commit was faster, the answer says so.
/// </summary>
internal static class CancelOrderFunction
{
    public static FunctionHandler Create(FunctionServices services)
    {
        var orders = new CustomerOrder(services);
        var park = new ParkCallback(services.Table, services.Callbacks, services.Time);
        return SkillFunction.Of("CancelOrder", services, async (call, cancellationToken) =>
        {
            if (await orders.FindAsync(call) is not { } order)
                return SkillTexts.OrderNotFound;
            order = await park.WithdrawAsync(order.OrderId, cancellationToken);
            return SkillResponse.Text(Answer(order))
                .WithQuickReplies(QuickReply.Message(SkillTexts.StatusLabel, extra: SkillTexts.Extra(order.OrderId)));
        });
    }

    private static string Answer(Order order) => order.Status switch
    {
        OrderStatus.Paid => $"주문 {order.OrderId}: 이미 결제가 끝나서 취소하지 못했어요. 매장에 문의해 주세요.",
        _ when order.IsOpen => $"주문 {order.OrderId}: 취소를 접수했어요. 예약된 포인트와 결제된 금액이 있으면 돌려드려요.",
        _ => $"주문 {order.OrderId}: 이미 끝난 주문이에요.",
    };
}
