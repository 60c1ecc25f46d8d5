using KakaoWorkflow.Payments;

namespace KakaoWorkflow.Lambdas.Steps;

/// <summary>The AwaitApproval step; its rules are in <see cref="Payments.AwaitApproval"/>.</summary>
internal static class AwaitApprovalFunction
{
    public static FunctionHandler Create(FunctionServices services)
    {
        var step = new AwaitApproval(services.Table, services.Callbacks, services.Time);
        return JsonFunction.Of<AwaitApprovalStep, StepDone>(async (input, context) =>
        {
            await step.RunAsync(input.OrderId, input.Payment, input.TaskToken, CancellationToken.None);
            Log.Awaiting(context.Logger, input.OrderId);
            return new StepDone(input.OrderId);
        });
    }
}
