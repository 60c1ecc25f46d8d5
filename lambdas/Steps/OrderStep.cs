namespace KakaoWorkflow.Lambdas.Steps;

/// <summary>What the Quote and ReservePoints steps are called with.</summary>
internal sealed record OrderStep(string OrderId) : ICheckedInput
{
    public void Check() => InputField.OrderId(OrderId);
}
