using KakaoWorkflow.Callbacks;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Placing;
using KakaoWorkflow.Skills.Answers;

namespace KakaoWorkflow.Lambdas.Skills;

/// <summary>
/// Skill <c>pay</c>: places the order of the sheet whose number the pressed button carries, and answers with the pay link.
/// KakaoPay is not called here: the link waits until the payment is prepared.
/// </summary>
internal static class PayFunction
{
    public static FunctionHandler Create(FunctionServices services)
    {
        var (links, customerIds, rules) = (services.PayLinks, services.CustomerIds, services.Rules);
        var place = new PlaceOrder(
            services.Orders, services.Sheets, services.Accounts, services.StepFunctions, services.StateMachineArn, services.Time);
        return SkillFunction.Of("Pay", services, async (call, cancellationToken) =>
        {
            var orderId = call.ClientExtra(SkillTexts.OrderIdExtra);
            if (!OrderIds.IsPlausible(orderId))
                return SkillTexts.OrderNotFound;
            var placed = await place.RunAsync(orderId!, customerIds.IdOf(call.UserId), cancellationToken);
            return placed.Kind switch
            {
                PlacedOrderKind.Placed when placed.Order is null or { Status: OrderStatus.Quoted } => OrderAnswer.PayLink(placed.OrderId, links),
                PlacedOrderKind.Placed => OrderAnswer.Of(placed.Order!, links, rules),
                PlacedOrderKind.SheetExpired => SkillResponse.Text("주문서의 유효 시간이 지났어요. 주문서를 다시 만들어 주세요.")
                    .WithQuickReplies(QuickReply.Message(SkillTexts.OrderLabel)),
                PlacedOrderKind.Blocked => Blocked(placed.OrderId, links),
                _ => SkillTexts.OrderNotFound,
            };
        });
    }

    private static SkillResponse Blocked(string openOrderId, PayLinks links) => SkillResponse.Of(new TextCard(
        title: "먼저 끝낼 주문이 있어요",
        description: $"주문 {openOrderId}의 결제가 아직 끝나지 않았어요. 먼저 결제하거나 취소해 주세요.",
        buttons:
        [
            Button.WebLink(SkillTexts.PayLabel, links.Url(openOrderId, PayLinkKind.Pay)),
            Button.Message(SkillTexts.CancelLabel, SkillTexts.CancelLabel, SkillTexts.Extra(openOrderId)),
        ]));
}
