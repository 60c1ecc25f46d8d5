using KakaoWorkflow.Payments;
using KakaoWorkflow.Secrets;

namespace KakaoWorkflow.Lambdas.Steps;

/// <summary>What the AwaitApproval step is called with.</summary>
internal sealed record AwaitApprovalStep(string OrderId, PreparedPayment Payment, Credential TaskToken) : ICheckedInput
{
    public void Check()
    {
        InputField.OrderId(OrderId);
        InputField.Payment(Payment);
        InputField.TaskToken(TaskToken);
    }
}
