using KakaoWorkflow.Secrets;

namespace KakaoWorkflow.Lambdas.Steps;

/// <summary>What the AwaitOperator step is called with.</summary>
internal sealed record AwaitOperatorStep(string OrderId, string FailedStep, StepError Error, Credential TaskToken) : ICheckedInput
{
    private const int StateNameLength = 80;

    public void Check()
    {
        InputField.OrderId(OrderId);
        InputField.Text(FailedStep, "failedStep", StateNameLength);
        InputField.TaskToken(TaskToken);
    }
}
