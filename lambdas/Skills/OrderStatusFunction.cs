namespace KakaoWorkflow.Lambdas.Skills;

/// <summary>Skill <c>order-status</c>: what became of an order, read from its record.</summary>
internal static class OrderStatusFunction
{
    public static FunctionHandler Create(FunctionServices services)
    {
        var (orders, links, rules) = (new CustomerOrder(services), services.PayLinks, services.Rules);
        return SkillFunction.Of("OrderStatus", services, async (call, _) =>
            await orders.FindAsync(call) is { } order ? OrderAnswer.Of(order, links, rules) : SkillTexts.OrderNotFound);
    }
}
