namespace KakaoWorkflow.Emulator.Sqs.Messages;

/// <summary>What a send answers. A repeated send to a FIFO queue answers with the first one's id and number.</summary>
/// <param name="MessageId">The message's UUID.</param>
/// <param name="BodyMd5">The MD5 of the body, in lower-case hexadecimal digits.</param>
/// <param name="AttributesMd5">The digest of the message attributes; null without any.</param>
/// <param name="SystemAttributesMd5">The digest of the system attributes; null without any.</param>
/// <param name="SequenceNumber">FIFO only: grows with each message; otherwise null.</param>
internal sealed record SentMessage(
    string MessageId,
    string BodyMd5,
    string? AttributesMd5,
    string? SystemAttributesMd5,
    string? SequenceNumber);
