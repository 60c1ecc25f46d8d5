using KakaoWorkflow.Lambdas.Kit;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Review;
using KakaoWorkflow.Settlement;

namespace KakaoWorkflow.Lambdas.Operations;

/// <summary>A person's word about a payment in doubt; its rules are in <see cref="SettleOrder"/>.</summary>
internal static class SettleOrderFunction
{
    public static FunctionHandler Create(FunctionServices services)
    {
        var (table, gateway, stepFunctions, time) = (services.Table, services.Gateway, services.StepFunctions, services.Time);
        var orders = services.Orders;
        var settle = new SettleOrder(
            table,
            gateway,
            new OrderExecutions(stepFunctions, services.StateMachineArn),
            new ResumeOrder(table, stepFunctions, time),
            new CommitOrder(table, services.Rules, time),
            new SettleRefund(table, new CarryOnRefund(table, gateway, time), time),
            time);
        return JsonFunction.Of<SettleCall, SettleAnswer>(services, async (input, context, token) =>
        {
            var outcome = await settle.RunAsync(new SettleRequest(input.OrderId, input.As, input.By, input.Why), token);
            Log.Settled(context.Logger, input.OrderId, outcome);
            return new SettleAnswer(input.OrderId, outcome.ToString(), (await orders.GetAsync(input.OrderId, token)).Status);
        });
    }

    /// <param name="OrderId">The order.</param>
    /// <param name="As">What a person has found: <c>captured</c>, <c>not-captured</c> or <c>refunded</c>.</param>
    /// <param name="By">Who.</param>
    /// <param name="Why">What was seen.</param>
    internal sealed record SettleCall(OrderId OrderId, string As, string By, string Why);

    /// <summary>What became of the word, and how the order stands now.</summary>
    internal sealed record SettleAnswer(OrderId OrderId, string Outcome, string Status);
}
