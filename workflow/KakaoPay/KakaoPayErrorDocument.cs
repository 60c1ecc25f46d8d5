namespace KakaoWorkflow.KakaoPay;

internal sealed record KakaoPayErrorDocument
{
    public required int ErrorCode { get; init; }

    public string? ErrorMessage { get; init; }

    public KakaoPayErrorExtras? Extras { get; init; }
}
