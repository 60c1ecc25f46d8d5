using KakaoWorkflow.Settlement;

namespace KakaoWorkflow.Lambdas.Steps;

/// <summary>The CommitOrder step; its rules are in <see cref="Settlement.CommitOrder"/>.</summary>
internal static class CommitOrderFunction
{
    public static FunctionHandler Create(FunctionServices services)
    {
        var step = new CommitOrder(services.Table, services.Rules, services.Time);
        return JsonFunction.Of<CommitOrderStep, CommittedOrder>(async (input, context) =>
        {
            var committed = await step.RunAsync(input.OrderId, input.Approval?.Aid);
            Log.Committed(context.Logger, input.OrderId, committed.EarnedPoints);
            return committed;
        });
    }
}
