using KakaoWorkflow.Payments;

namespace KakaoWorkflow.Lambdas.Steps;

/// <summary>The PreparePayment step; its rules are in <see cref="Payments.PreparePayment"/>.</summary>
internal static class PreparePaymentFunction
{
    public static FunctionHandler Create(FunctionServices services)
    {
        var step = new PreparePayment(services.KakaoPay, services.PayLinks, services.Time);
        return JsonFunction.Of<PreparePaymentStep, PreparedPayment>(async (input, context) =>
        {
            var payment = await step.RunAsync(input.OrderId, input.Quote, CancellationToken.None);
            Log.Prepared(context.Logger, input.OrderId, payment.Tid);
            return payment;
        });
    }
}
