using KakaoWorkflow.Payments;

namespace KakaoWorkflow.KakaoPay;

/// <summary>KakaoPay answered with an error document. Its <see cref="GatewayRefusedException.Kind"/> goes by the code.</summary>
public sealed class KakaoPayRefusedException : GatewayRefusedException
{
    internal KakaoPayRefusedException(
        string operation, int httpStatus, int errorCode, string errorMessage, string? methodResultCode)
        : base(
            KakaoPayErrorCode.KindOf(errorCode, methodResultCode),
            $"KakaoPay {operation}: {Describe(httpStatus, errorCode, errorMessage, methodResultCode)}")
    {
        Operation = operation;
        HttpStatus = httpStatus;
        ErrorCode = errorCode;
        ErrorMessage = errorMessage;
        MethodResultCode = methodResultCode;
    }

    /// <summary>The call: <c>ready</c>, <c>approve</c>, <c>order</c> or <c>cancel</c>.</summary>
    public string Operation { get; }

    /// <summary>The HTTP status, 400 to 499.</summary>
    public int HttpStatus { get; }

    /// <summary>One of <see cref="KakaoPayErrorCode"/>, or a code that is not listed there.</summary>
    public int ErrorCode { get; }

    /// <summary>KakaoPay's own words, without secrets and cut at 300 characters; empty when it gave none.</summary>
    public string ErrorMessage { get; }

    /// <summary><c>extras.method_result_code</c>, which comes with -780 and -781; null when there is none.</summary>
    public string? MethodResultCode { get; }

    private static string Describe(int httpStatus, int errorCode, string errorMessage, string? methodResultCode) =>
        methodResultCode is null
            ? $"refused with {errorCode}, HTTP {httpStatus}: {errorMessage}"
            : $"refused with {errorCode} ({methodResultCode}), HTTP {httpStatus}: {errorMessage}";
}
