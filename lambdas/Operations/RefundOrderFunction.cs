using KakaoWorkflow.Orders;
using KakaoWorkflow.Refunds;

namespace KakaoWorkflow.Lambdas.Operations;

/// <summary>The café's refund of a paid order, whole or by line; its rules are in <see cref="RefundOrder"/>.</summary>
internal static class RefundOrderFunction
{
    private const string DryRun = "DryRun";

    public static FunctionHandler Create(FunctionServices services)
    {
        var (orders, refund) = (services.Orders, new RefundOrder(services.Table, services.KakaoPay, services.Time));
        return JsonFunction.Of<RefundCall, RefundAnswer>(async (input, context) =>
        {
            var request = new RefundRequest(input.OrderId, input.By, input.Why) { Line = input.Line, Quantity = input.Quantity };
            request.Validate();
            var order = await orders.GetAsync(input.OrderId);
            var before = Amounts(order);
            if (input.DryRun)
            {
                var parts = await refund.PreviewAsync(request, CancellationToken.None);
                var wanted = new RefundAmounts(parts.CashWon, parts.Points, parts.EarnedPoints);
                return new RefundAnswer(order.OrderId, DryRun, order.Status, before, wanted, before + wanted);
            }
            var outcome = await refund.RunAsync(request, CancellationToken.None);
            Log.RefundAsked(context.Logger, input.OrderId, outcome);
            order = await orders.GetAsync(input.OrderId);
            var after = Amounts(order);
            return new RefundAnswer(order.OrderId, outcome.ToString(), order.Status, before, after - before, after);
        });
    }

    private static RefundAmounts Amounts(Order order) => new(order.RefundedWon, order.RefundedPoints, order.TakenBackPoints);
}
