using KakaoWorkflow.Lambdas.Kit;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Placing;
using KakaoWorkflow.Pricing;

namespace KakaoWorkflow.Lambdas.Skills;

/// <summary>
/// Skill <c>pay</c>: places the order of the sheet whose number the pressed button carries, and answers with the pay link. Who
/// types instead means the order in flight, else the latest sheet. KakaoPay is not called here: the link waits until the payment
/// is prepared.
/// </summary>
internal static class PayFunction
{
    public static FunctionHandler Create(FunctionServices services)
    {
        var (orders, sheets, links, customerIds, rules) =
            (new CustomerOrder(services), services.Sheets, services.PayLinks, services.CustomerIds, services.Rules);
        var place = new PlaceOrder(
            services.Orders, services.Sheets, services.Accounts, services.StepFunctions, services.StateMachineArn, services.Time);
        return SkillFunction.Of("Pay", services, async (call, cancellationToken) =>
        {
            var customerId = customerIds.IdOf(call.UserId);
            var text = call.ClientExtra(SkillTexts.OrderIdExtra);
            if (CustomerOrder.IsTyped(call))
            {
                if (await orders.FindOpenAsync(call, cancellationToken) is { } inFlight)
                    return OrderAnswer.Of(inFlight, links, rules, orders.MayCancel(inFlight));
                text = await sheets.LatestIdAsync(customerId, cancellationToken);
                if (text is null)
                    return SkillTexts.NothingToPay;
            }
            if (!OrderId.TryParse(text, out var orderId))
                return SkillTexts.OrderNotFound;

            var placed = await place.RunAsync(orderId, customerId, cancellationToken);
            var isBlocked = placed.Kind == PlacedOrderKind.Blocked
                || placed.Order is { Status: OrderStatus.Rejected, RejectionCode: Rejection.AnotherOrderOpen };
            if (isBlocked && await orders.FindOpenAsync(call, cancellationToken) is { } open)
                return OrderAnswer.Blocked(open, links);
            return placed switch
            {
                { Kind: PlacedOrderKind.Blocked } => SkillTexts.Refused(Rejection.AnotherOrderOpen, rules),
                { Kind: PlacedOrderKind.SheetExpired } => SkillTexts.Refused(Rejection.SheetExpired, rules),
                { Order: { } order } => OrderAnswer.Of(order, links, rules, orders.MayCancel(order)),
                { Sheet: { } sheet } => OrderAnswer.Placed(sheet, links),
                _ => SkillTexts.OrderNotFound,
            };
        });
    }
}
