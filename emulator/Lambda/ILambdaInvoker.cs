namespace KakaoWorkflow.Emulator.Lambda;

/// <summary>Invokes Lambda functions, wherever they run: in this process, in child processes, or at another endpoint.</summary>
internal interface ILambdaInvoker
{
    /// <summary>Invokes a function and waits for its answer (<c>RequestResponse</c>).</summary>
    /// <param name="functionName">A name, a partial ARN or a full ARN, with or without a qualifier.</param>
    /// <param name="payload">The event as JSON (UTF-8).</param>
    /// <param name="cancellationToken">Stops waiting; the function may still run to its end.</param>
    /// <exception cref="LambdaServiceException">The function was not run, or nothing is known of its run: <c>ResourceNotFoundException</c>,
    /// <c>TooManyRequestsException</c>, <c>ServiceException</c>, …</exception>
    Task<LambdaInvocation> InvokeAsync(string functionName, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken);
}
