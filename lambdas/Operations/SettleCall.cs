namespace KakaoWorkflow.Lambdas.Operations;

/// <summary>What SettleOrder is called with.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="As">What a person has found: <c>captured</c>, <c>not-captured</c> or <c>refunded</c>.</param>
/// <param name="By">Who.</param>
/// <param name="Why">What was seen.</param>
internal sealed record SettleCall(string OrderId, string As, string By, string Why) : ICheckedInput
{
    public void Check() => InputField.OrderId(OrderId);
}
