using KakaoWorkflow.Payments;

namespace KakaoWorkflow.Lambdas.Steps;

/// <summary>What the AwaitApproval step is called with.</summary>
internal sealed record AwaitApprovalStep(string OrderId, PreparedPayment Payment, string TaskToken) : ICheckedInput
{
    public void Check()
    {
        InputField.OrderId(OrderId);
        InputField.Payment(Payment);
        InputField.Text(TaskToken, "taskToken", InputField.TaskTokenLength);
    }
}
