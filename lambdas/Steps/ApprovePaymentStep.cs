using KakaoWorkflow.Payments;
using KakaoWorkflow.Quoting;

namespace KakaoWorkflow.Lambdas.Steps;

/// <summary>What the ApprovePayment step is called with.</summary>
internal sealed record ApprovePaymentStep(string OrderId, OrderQuote Quote, PreparedPayment Payment, bool ApproveSent, int RetryCount) : ICheckedInput
{
    public void Check()
    {
        InputField.OrderId(OrderId);
        InputField.Payment(Payment);
    }
}
