using KakaoWorkflow.Lambdas.Kit;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Pricing;

namespace KakaoWorkflow.Lambdas.Skills;

/// <summary>Skill <c>order-status</c>: what became of an order, read from its record.</summary>
internal static class OrderStatusFunction
{
    public static FunctionHandler Create(FunctionServices services)
    {
        var (orders, links, rules) = (new CustomerOrder(services), services.PayLinks, services.Rules);
        return SkillFunction.Of("OrderStatus", services, async (call, cancellationToken) =>
        {
            if (await orders.FindAsync(call, cancellationToken) is not { } order)
                return SkillTexts.OrderNotFound;
            return order is { Status: OrderStatus.Rejected, RejectionCode: Rejection.AnotherOrderOpen }
                && await orders.FindOpenAsync(call, cancellationToken) is { } open
                ? OrderAnswer.Blocked(open, links)
                : OrderAnswer.Of(order, links, rules, orders.MayCancel(order));
        });
    }
}
