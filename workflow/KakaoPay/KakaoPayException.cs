namespace KakaoWorkflow.KakaoPay;

/// <summary>A call of the payment API that did not succeed. Its text holds no key and no <c>pg_token</c>.</summary>
public abstract class KakaoPayException : Exception
{
    private protected KakaoPayException(string operation, string message, Exception? inner)
        : base($"KakaoPay {operation}: {message}", inner) => Operation = operation;

    /// <summary>The call: <c>ready</c>, <c>approve</c>, <c>order</c> or <c>cancel</c>.</summary>
    public string Operation { get; }
}
