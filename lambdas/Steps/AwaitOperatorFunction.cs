using KakaoWorkflow.Review;

namespace KakaoWorkflow.Lambdas.Steps;

/// <summary>The AwaitOperator step; its rules are in <see cref="Review.AwaitOperator"/>.</summary>
internal static class AwaitOperatorFunction
{
    public static FunctionHandler Create(FunctionServices services)
    {
        var step = new AwaitOperator(services.Table, services.Time);
        return JsonFunction.Of<AwaitOperatorStep, StepDone>(async (input, context) =>
        {
            await step.RunAsync(input.OrderId, input.FailedStep, input.Error.Error, input.Error.Cause, input.TaskToken);
            Log.NeedsOperator(context.Logger, input.OrderId, input.FailedStep, input.Error.Error);
            return new StepDone(input.OrderId);
        });
    }
}
