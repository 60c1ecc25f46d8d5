namespace KakaoWorkflow.Emulator.Sqs.Messages;

/// <summary>What the sender wrote; it never changes after the send.</summary>
/// <param name="Body">The text, at least one character.</param>
/// <param name="Attributes">The message attributes by name; empty when there are none.</param>
/// <param name="TraceHeader">The system attribute AWSTraceHeader, or null.</param>
internal sealed record MessageContent(
    string Body,
    IReadOnlyDictionary<string, MessageAttributeValue> Attributes,
    string? TraceHeader);
