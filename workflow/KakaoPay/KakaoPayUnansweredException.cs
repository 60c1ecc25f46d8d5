using KakaoWorkflow.Payments;

namespace KakaoWorkflow.KakaoPay;

/// <summary>Nothing is known: no answer, HTTP 5xx, or something that KakaoPay's API does not document.</summary>
public sealed class KakaoPayUnansweredException : GatewayUnansweredException
{
    internal KakaoPayUnansweredException(
        string operation, string message, int? httpStatus = null, Exception? inner = null)
        : base($"KakaoPay {operation}: {message}", inner) => (Operation, HttpStatus) = (operation, httpStatus);

    /// <summary>The call: <c>ready</c>, <c>approve</c>, <c>order</c> or <c>cancel</c>.</summary>
    public string Operation { get; }

    /// <summary>The HTTP status, or null when no answer began.</summary>
    public int? HttpStatus { get; }
}
