using KakaoWorkflow.Payments;

namespace KakaoWorkflow.Lambdas.Steps;

/// <summary>The ApprovePayment step; its rules are in <see cref="Payments.ApprovePayment"/>.</summary>
internal static class ApprovePaymentFunction
{
    public static FunctionHandler Create(FunctionServices services)
    {
        var step = new ApprovePayment(services.Table, services.KakaoPay);
        return JsonFunction.Of<ApprovePaymentStep, ApprovedPayment>(async (input, context) =>
        {
            var approval = await step.RunAsync(
                input.OrderId, input.Quote, input.Payment.Tid, input.ApproveSent || input.RetryCount > 0, CancellationToken.None);
            Log.Approved(context.Logger, input.OrderId, approval);
            return approval;
        });
    }
}
