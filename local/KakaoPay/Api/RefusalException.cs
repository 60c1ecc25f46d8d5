namespace KakaoWorkflow.Local.KakaoPay.Api;

/// <summary>An error document to answer.</summary>
internal sealed class RefusalException(
    int errorCode, string message, string? methodResultCode = null, int httpStatus = 400)
    : Exception(message)
{
    public int ErrorCode { get; } = errorCode;

    /// <summary><c>extras.method_result_code</c>, or null for a document without extras.</summary>
    public string? MethodResultCode { get; } = methodResultCode;

    public int HttpStatus { get; } = httpStatus;
}
