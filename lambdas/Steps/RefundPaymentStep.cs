using KakaoWorkflow.Payments;

namespace KakaoWorkflow.Lambdas.Steps;

/// <summary>What the RefundPayment step is called with.</summary>
internal sealed record RefundPaymentStep(string OrderId, PreparedPayment Payment) : ICheckedInput
{
    public void Check()
    {
        InputField.OrderId(OrderId);
        InputField.Payment(Payment);
    }
}
