namespace KakaoWorkflow.Emulator.Lambda;

/// <summary>One invocation on its way to a function.</summary>
/// <param name="Function">Which one.</param>
/// <param name="InvokedArn">The ARN that was asked for: with the qualifier, if there was one.</param>
/// <param name="RequestId">The id that the function sees.</param>
/// <param name="TraceId">An X-Ray trace header; it is not sampled here.</param>
/// <param name="Payload">The event.</param>
internal sealed record FunctionCall(
    FunctionConfiguration Function, string InvokedArn, string RequestId, string TraceId, ReadOnlyMemory<byte> Payload)
{
    /// <summary>The answer of a function that returned; an empty one is <c>null</c>, as Lambda has it.</summary>
    public LambdaInvocation Returned(ReadOnlyMemory<byte> payload) => payload.Length > LambdaLimits.MaxResponseBytes
        ? Failed(FunctionErrors.ResponseTooLarge())
        : new LambdaInvocation(payload.IsEmpty ? "null"u8.ToArray() : payload, null, RequestId);

    /// <summary>The answer of a function that did not return.</summary>
    public LambdaInvocation Failed(byte[] errorDocument) => new(errorDocument, "Unhandled", RequestId);
}
