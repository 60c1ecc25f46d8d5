using KakaoWorkflow.Points;

namespace KakaoWorkflow.Lambdas.Steps;

/// <summary>The ReservePoints step; its rules are in <see cref="Points.ReservePoints"/>.</summary>
internal static class ReservePointsFunction
{
    public static FunctionHandler Create(FunctionServices services)
    {
        var step = new ReservePoints(services.Table, services.Time);
        return JsonFunction.Of<OrderStep, StepDone>(async (input, context) =>
        {
            await step.RunAsync(input.OrderId);
            Log.Reserved(context.Logger, input.OrderId);
            return new StepDone(input.OrderId);
        });
    }
}
