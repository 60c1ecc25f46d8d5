using KakaoWorkflow.KakaoPay;

namespace KakaoWorkflow.Lambdas.Kit;

/// <summary>KakaoPay as a function's variables describe it.</summary>
internal static class KakaoPaySettings
{
    /// <summary>Makes the gateway.</summary>
    public static PaymentGatewayFactory Factory { get; } = new(
        KakaoPayGateway.PgTokenParameter,
        (environment, handler) => new KakaoPayGateway(new KakaoPayClient(
            new HttpClient(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan }, Read(environment), environment.Time)));

    private static KakaoPayOptions Read(FunctionEnvironment environment) => new()
    {
        BaseUrl = new Uri(environment.Required("KAKAOPAY_BASE_URL")),
        Cid = environment.Required("KAKAOPAY_CID"),
        SecretKey = new KakaoPaySecret(environment.Required("KAKAOPAY_SECRET_KEY")),
        CidSecret = environment.GetVariable("KAKAOPAY_CID_SECRET") is { Length: > 0 } secret ? new KakaoPaySecret(secret) : null,
        TimeoutSeconds = Settings.KakaoPayTimeoutSeconds.Read(environment),
    };
}
