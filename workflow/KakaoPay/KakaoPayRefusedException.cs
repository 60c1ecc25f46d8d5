namespace KakaoWorkflow.KakaoPay;

/// <summary>
/// KakaoPay answered with an error document. What that means is a matter of the code: see <see cref="Kind"/>.
/// </summary>
public sealed class KakaoPayRefusedException : KakaoPayException
{
    internal KakaoPayRefusedException(
        string operation, int httpStatus, int errorCode, string errorMessage, string? methodResultCode)
        : base(operation, Describe(httpStatus, errorCode, errorMessage, methodResultCode), inner: null)
    {
        HttpStatus = httpStatus;
        ErrorCode = errorCode;
        ErrorMessage = errorMessage;
        MethodResultCode = methodResultCode;
    }

    /// <summary>The HTTP status, 400 to 499.</summary>
    public int HttpStatus { get; }

    /// <summary>One of <see cref="KakaoPayErrorCode"/>, or a code that is not listed there.</summary>
    public int ErrorCode { get; }

    /// <summary>KakaoPay's own words, without secrets and cut at 300 characters; empty when it gave none.</summary>
    public string ErrorMessage { get; }

    /// <summary><c>extras.method_result_code</c>, which comes with -780 and -781; null when there is none.</summary>
    public string? MethodResultCode { get; }

    /// <summary>What it means, by its code.</summary>
    public RefusalKind Kind => KakaoPayErrorCode.KindOf(ErrorCode, MethodResultCode);

    private static string Describe(int httpStatus, int errorCode, string errorMessage, string? methodResultCode) =>
        methodResultCode is null
            ? $"refused with {errorCode}, HTTP {httpStatus}: {errorMessage}"
            : $"refused with {errorCode} ({methodResultCode}), HTTP {httpStatus}: {errorMessage}";
}
