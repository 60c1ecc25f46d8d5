using KakaoWorkflow.Payments;

namespace KakaoWorkflow.Lambdas.Steps;

/// <summary>The ResolvePayment step; its rules are in <see cref="Payments.ResolvePayment"/>.</summary>
internal static class ResolvePaymentFunction
{
    public static FunctionHandler Create(FunctionServices services)
    {
        var step = new ResolvePayment(services.Table, services.KakaoPay, services.Time);
        return JsonFunction.Of<ResolvePaymentStep, ApprovedPayment>(async (input, context) =>
        {
            var approval = await step.RunAsync(input.OrderId, input.Quote, input.Payment, CancellationToken.None);
            Log.Approved(context.Logger, input.OrderId, approval);
            return approval;
        });
    }
}
