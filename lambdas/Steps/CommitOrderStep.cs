using KakaoWorkflow.KakaoPay;
using KakaoWorkflow.Payments;

namespace KakaoWorkflow.Lambdas.Steps;

/// <summary>What the CommitOrder step is called with; no approval when points paid for everything.</summary>
internal sealed record CommitOrderStep(string OrderId, ApprovedPayment? Approval = null) : ICheckedInput
{
    public void Check()
    {
        InputField.OrderId(OrderId);
        if (Approval?.Aid is { } aid)
            InputField.Text(aid, "approval.aid", KakaoPayLimits.AnswerTextLength);
    }
}
