using KakaoWorkflow.Quoting;

namespace KakaoWorkflow.Lambdas.Steps;

/// <summary>What the PreparePayment step is called with.</summary>
internal sealed record PreparePaymentStep(string OrderId, OrderQuote Quote) : ICheckedInput
{
    public void Check() => InputField.OrderId(OrderId);
}
