namespace KakaoWorkflow.Lambdas.Operations;

/// <summary>What RefundOrder is called with.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="By">Who asks.</param>
/// <param name="Why">Why.</param>
/// <param name="Line">The line, counted from 1; null for everything.</param>
/// <param name="Quantity">How many of the line are to be refunded in all; null for all of them.</param>
/// <param name="DryRun">Whether only the amounts are wanted: nothing is written, and no money moves.</param>
internal sealed record RefundCall(string OrderId, string By, string Why, int? Line = null, int? Quantity = null, bool DryRun = false) : ICheckedInput
{
    public void Check() => InputField.OrderId(OrderId);
}
