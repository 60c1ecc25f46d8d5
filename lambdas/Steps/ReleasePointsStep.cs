namespace KakaoWorkflow.Lambdas.Steps;

/// <summary>What the ReleasePoints step is called with.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Ending">Its final status.</param>
/// <param name="EndReason">Why; executions of earlier versions send none.</param>
internal sealed record ReleasePointsStep(string OrderId, string Ending, string? EndReason = null) : ICheckedInput
{
    public void Check() => InputField.OrderId(OrderId);
}
