using KakaoWorkflow.Payments;
using KakaoWorkflow.Quoting;

namespace KakaoWorkflow.Lambdas.Steps;

/// <summary>What the ResolvePayment step is called with.</summary>
internal sealed record ResolvePaymentStep(string OrderId, OrderQuote Quote, PreparedPayment Payment) : ICheckedInput
{
    public void Check()
    {
        InputField.OrderId(OrderId);
        InputField.Payment(Payment);
    }
}
