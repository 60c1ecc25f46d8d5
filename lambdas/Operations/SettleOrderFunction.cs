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
        var (table, kakaoPay, stepFunctions, time) = (services.Table, services.KakaoPay, services.StepFunctions, services.Time);
        var orders = services.Orders;
        var settle = new SettleOrder(
            table,
            kakaoPay,
            new OrderExecutions(stepFunctions, services.StateMachineArn),
            new ResumeOrder(table, stepFunctions, time),
            new CommitOrder(table, services.Rules, time),
            new SettleRefund(table, new CarryOnRefund(table, kakaoPay, time), time),
            time);
        return JsonFunction.Of<SettleCall, SettleAnswer>(async (input, context) =>
        {
            var outcome = await settle.RunAsync(new SettleRequest(input.OrderId, input.As, input.By, input.Why), CancellationToken.None);
            Log.Settled(context.Logger, input.OrderId, outcome);
            return new SettleAnswer(input.OrderId, outcome.ToString(), (await orders.GetAsync(input.OrderId)).Status);
        });
    }
}
