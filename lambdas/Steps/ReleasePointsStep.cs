namespace KakaoWorkflow.Lambdas.Steps;

/// <summary>What the ReleasePoints step is called with.</summary>
internal sealed record ReleasePointsStep(string OrderId, string Ending) : ICheckedInput
{
    public void Check() => InputField.OrderId(OrderId);
}
