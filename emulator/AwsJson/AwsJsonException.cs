namespace KakaoWorkflow.Emulator.AwsJson;

/// <summary>An error that an AWS JSON service answers: HTTP status, <c>__type</c> and <c>message</c>.</summary>
/// <param name="code">The error's name on the wire, for example <c>ExecutionDoesNotExist</c>.</param>
/// <param name="message">What the caller reads; it names the field or the resource.</param>
/// <param name="status">The HTTP status: 400 for the caller's errors (the default), 500 for the service's own.</param>
/// <param name="queryError">The value of <c>x-amzn-query-error</c> (<c>code;Sender</c>), or null for services without query compatibility.</param>
internal sealed class AwsJsonException(string code, string message, int status = 400, string? queryError = null)
    : Exception(message)
{
    /// <summary>The error's name on the wire.</summary>
    public string Code { get; } = code;

    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>The value of <c>x-amzn-query-error</c>, or null.</summary>
    public string? QueryError { get; } = queryError;
}
