using KakaoWorkflow.Lambdas.Kit;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Review;

namespace KakaoWorkflow.Lambdas.Operations;

/// <summary>The operator's "try again"; its rules are in <see cref="ResumeOrder"/>.</summary>
internal static class ResumeOrderFunction
{
    public static FunctionHandler Create(FunctionServices services)
    {
        var resume = new ResumeOrder(services.Table, services.StepFunctions, services.Time);
        return JsonFunction.Of<ResumeCall, ResumeAnswer>(services, async (input, context, token) =>
        {
            var (outcome, latest) = await resume.RunAsync(input.OrderId, input.By, input.Why, token);
            Log.Resumed(context.Logger, input.OrderId, outcome);
            return new ResumeAnswer(
                input.OrderId, outcome.ToString(), outcome == ResumeOutcome.Resumed ? latest?.Step : null, latest?.By, latest?.At);
        });
    }

    /// <param name="OrderId">The order.</param>
    /// <param name="By">Who asks.</param>
    /// <param name="Why">Why.</param>
    internal sealed record ResumeCall(OrderId OrderId, string By, string Why);

    /// <param name="OrderId">The order.</param>
    /// <param name="Outcome">One of <see cref="ResumeOutcome"/>.</param>
    /// <param name="ResumedStep">The step that is tried again; null when the order does not wait for an operator.</param>
    /// <param name="By">Who asked for the order's latest resume, which is this one where it took effect; null when there never was one.</param>
    /// <param name="At">When that was; null likewise.</param>
    internal sealed record ResumeAnswer(OrderId OrderId, string Outcome, string? ResumedStep, string? By, DateTimeOffset? At);
}
