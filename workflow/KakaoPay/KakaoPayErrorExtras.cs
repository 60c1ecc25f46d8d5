namespace KakaoWorkflow.KakaoPay;

internal sealed record KakaoPayErrorExtras
{
    public string? MethodResultCode { get; init; }
}
