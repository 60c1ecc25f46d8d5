using KakaoWorkflow.Points;

namespace KakaoWorkflow.Lambdas.Steps;

/// <summary>The ReleasePoints step; its rules are in <see cref="Points.ReleasePoints"/>.</summary>
internal static class ReleasePointsFunction
{
    public static FunctionHandler Create(FunctionServices services)
    {
        var step = new ReleasePoints(services.Table, services.Time);
        return JsonFunction.Of<ReleasePointsStep, ReleasedOrder>(async (input, context) =>
        {
            var outcome = await step.RunAsync(input.OrderId, input.Ending, input.EndReason);
            Log.Released(context.Logger, input.OrderId, outcome);
            return new ReleasedOrder(outcome);
        });
    }
}
