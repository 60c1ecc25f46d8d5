namespace KakaoWorkflow.KakaoPay;

/// <summary>
/// Nothing is known: the call timed out, the connection failed, KakaoPay answered 5xx or something that its API does
/// not document. What the call asked for may have happened, or may still happen; only an inquiry can tell.
/// </summary>
public sealed class KakaoPayUnansweredException : KakaoPayException
{
    internal KakaoPayUnansweredException(
        string operation, string message, int? httpStatus = null, Exception? inner = null)
        : base(operation, message, inner) => HttpStatus = httpStatus;

    /// <summary>The HTTP status, or null when no answer began.</summary>
    public int? HttpStatus { get; }
}
