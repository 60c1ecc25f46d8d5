using KakaoWorkflow.Refunds;

namespace KakaoWorkflow.Lambdas.Operations;

/// <summary>The café's refund of a paid order, whole or by line; its rules are in <see cref="RefundOrder"/>.</summary>
internal static class RefundOrderFunction
{
    public static FunctionHandler Create(FunctionServices services)
    {
        var (orders, refund) = (services.Orders, new RefundOrder(services.Table, services.KakaoPay, services.Time));
        return JsonFunction.Of<RefundCall, RefundAnswer>(async (input, context) =>
        {
            var request = new RefundRequest(input.OrderId, input.By, input.Why) { Line = input.Line, Quantity = input.Quantity };
            var outcome = await refund.RunAsync(request, CancellationToken.None);
            Log.RefundAsked(context.Logger, input.OrderId, outcome);
            var order = await orders.GetAsync(input.OrderId);
            return new RefundAnswer(
                order.OrderId, outcome.ToString(), order.Status, order.RefundedWon, order.RefundedPoints, order.TakenBackPoints);
        });
    }
}
