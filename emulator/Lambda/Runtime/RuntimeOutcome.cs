namespace KakaoWorkflow.Emulator.Lambda.Runtime;

/// <summary>How a function's process answered an event.</summary>
/// <param name="Payload">The result, or the error document.</param>
/// <param name="Failed">Whether it is an error document.</param>
internal sealed record RuntimeOutcome(ReadOnlyMemory<byte> Payload, bool Failed);
