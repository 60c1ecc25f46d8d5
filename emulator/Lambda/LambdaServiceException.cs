namespace KakaoWorkflow.Emulator.Lambda;

/// <summary>The Lambda service (not the function) refused or failed an invocation.</summary>
/// <param name="code">The service's error, for example <c>TooManyRequestsException</c>; Step Functions names it <c>Lambda.TooManyRequestsException</c>.</param>
/// <param name="message">What happened.</param>
/// <param name="status">The HTTP status of the Invoke API: 404, 429, 500, …</param>
internal sealed class LambdaServiceException(string code, string message, int status) : Exception(message)
{
    /// <summary>The service's error.</summary>
    public string Code { get; } = code;

    /// <summary>The HTTP status of the Invoke API.</summary>
    public int Status { get; } = status;
}
