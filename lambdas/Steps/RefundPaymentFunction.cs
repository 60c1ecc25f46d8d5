using KakaoWorkflow.Payments;

namespace KakaoWorkflow.Lambdas.Steps;

/// <summary>The RefundPayment step; its rules are in <see cref="Payments.RefundPayment"/>.</summary>
internal static class RefundPaymentFunction
{
    public static FunctionHandler Create(FunctionServices services)
    {
        var step = new RefundPayment(services.Table, services.KakaoPay, services.Time);
        return JsonFunction.Of<RefundPaymentStep, RefundedPayment>(async (input, context) =>
        {
            var refund = await step.RunAsync(input.OrderId, input.Payment.Tid, CancellationToken.None);
            Log.Refunded(context.Logger, input.OrderId, refund.RefundedWon);
            return refund;
        });
    }
}
