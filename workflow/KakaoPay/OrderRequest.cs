namespace KakaoWorkflow.KakaoPay;

internal sealed record OrderRequest(string Tid) : KakaoPayRequest
{
    internal override void Validate() => FieldCheck.Text(Tid, "tid", KakaoPayLimits.TidLength);
}
