namespace KakaoWorkflow.Lambdas.Operations;

/// <summary>What ResumeOrder is called with.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="By">Who asks.</param>
/// <param name="Why">Why.</param>
internal sealed record ResumeCall(string OrderId, string By, string Why) : ICheckedInput
{
    public void Check() => InputField.OrderId(OrderId);
}
