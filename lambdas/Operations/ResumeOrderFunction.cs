using KakaoWorkflow.Review;

namespace KakaoWorkflow.Lambdas.Operations;

/// <summary>The operator's "try again"; its rules are in <see cref="ResumeOrder"/>.</summary>
internal static class ResumeOrderFunction
{
    public static FunctionHandler Create(FunctionServices services)
    {
        var resume = new ResumeOrder(services.Table, services.StepFunctions, services.Time);
        return JsonFunction.Of<ResumeCall, ResumeAnswer>(async (input, context) =>
        {
            var (outcome, latest) = await resume.RunAsync(input.OrderId, input.By, input.Why);
            Log.Resumed(context.Logger, input.OrderId, outcome);
            return new ResumeAnswer(
                input.OrderId, outcome.ToString(), outcome == ResumeOutcome.Resumed ? latest?.Step : null, latest?.By, latest?.At);
        });
    }
}
