namespace KakaoWorkflow.Emulator.Lambda;

/// <summary>A function's answer.</summary>
/// <param name="Payload">The result as JSON, or, with <paramref name="FunctionError"/>, the error document (<c>errorType</c>, <c>errorMessage</c>, <c>stackTrace</c>).</param>
/// <param name="FunctionError">Null when the function returned; otherwise <c>Unhandled</c>, as in the header <c>X-Amz-Function-Error</c>.</param>
/// <param name="RequestId">The request id that the function saw.</param>
internal sealed record LambdaInvocation(ReadOnlyMemory<byte> Payload, string? FunctionError, string RequestId);
