using KakaoWorkflow.Lambdas.Kit;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Refunds;

namespace KakaoWorkflow.Lambdas.Operations;

/// <summary>The café's refund of a paid order, whole or by line; its rules are in <see cref="RefundOrder"/>.</summary>
internal static class RefundOrderFunction
{
    private const string DryRun = "DryRun";

    public static FunctionHandler Create(FunctionServices services)
    {
        var (orders, refund) = (services.Orders, new RefundOrder(services.Table, services.Gateway, services.Time));
        return JsonFunction.Of<RefundCall, RefundAnswer>(services, async (input, context, token) =>
        {
            var request = new RefundRequest(input.OrderId, input.By, input.Why) { Line = input.Line, Quantity = input.Quantity };
            request.Validate();
            var order = await orders.GetAsync(input.OrderId, token);
            var before = Amounts(order);
            if (input.DryRun)
            {
                var parts = await refund.PreviewAsync(request, token);
                var wanted = new RefundAmounts(parts.CashWon, parts.Points, parts.EarnedPoints);
                return new RefundAnswer(order.OrderId, DryRun, order.Status, before, wanted, before + wanted);
            }
            var outcome = await refund.RunAsync(request, token);
            Log.RefundAsked(context.Logger, input.OrderId, outcome);
            order = await orders.GetAsync(input.OrderId, token);
            var after = Amounts(order);
            return new RefundAnswer(order.OrderId, outcome.ToString(), order.Status, before, after - before, after);
        });
    }

    private static RefundAmounts Amounts(Order order) => new(order.RefundedWon, order.RefundedPoints, order.TakenBackPoints);

    /// <param name="OrderId">The order.</param>
    /// <param name="By">Who asks.</param>
    /// <param name="Why">Why.</param>
    /// <param name="Line">The line, counted from 1; null for everything.</param>
    /// <param name="Quantity">How many of the line are to be refunded in all; null for all of them.</param>
    /// <param name="DryRun">Whether only the amounts are wanted: nothing is written, and no money moves.</param>
    internal sealed record RefundCall(OrderId OrderId, string By, string Why, int? Line = null, int? Quantity = null, bool DryRun = false);

    /// <param name="OrderId">The order.</param>
    /// <param name="Outcome">One of <see cref="RefundOutcome"/>, or <c>DryRun</c>.</param>
    /// <param name="Status">The order's status afterwards; of a dry run, as it is.</param>
    /// <param name="Before">What was refunded of the order before.</param>
    /// <param name="ThisRefund">What this call refunds; while a refund is under way, what of it is done.</param>
    /// <param name="After">What is refunded of the order in all afterwards.</param>
    internal sealed record RefundAnswer(
        OrderId OrderId, string Outcome, string Status, RefundAmounts Before, RefundAmounts ThisRefund, RefundAmounts After);

    /// <summary>What refunds move.</summary>
    /// <param name="RefundedWon">What goes back in money, by KakaoPay or by hand.</param>
    /// <param name="RefundedPoints">The spent points that go back.</param>
    /// <param name="TakenBackPoints">The earned points that are taken back.</param>
    internal sealed record RefundAmounts(long RefundedWon, long RefundedPoints, long TakenBackPoints)
    {
        public static RefundAmounts operator -(RefundAmounts all, RefundAmounts earlier) => new(
            all.RefundedWon - earlier.RefundedWon, all.RefundedPoints - earlier.RefundedPoints, all.TakenBackPoints - earlier.TakenBackPoints);

        public static RefundAmounts operator +(RefundAmounts earlier, RefundAmounts more) => new(
            earlier.RefundedWon + more.RefundedWon, earlier.RefundedPoints + more.RefundedPoints, earlier.TakenBackPoints + more.TakenBackPoints);
    }
}
