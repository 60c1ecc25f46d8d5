namespace KakaoWorkflow.Emulator.Sqs.Messages;

/// <summary>One delivery of a message.</summary>
/// <param name="MessageId">The message's UUID.</param>
/// <param name="ReceiptHandle">What deletes or hides the message after this delivery.</param>
/// <param name="Content">What the sender wrote.</param>
/// <param name="SystemAttributes">All system attributes by their AWS names, in AWS's text form.</param>
internal sealed record ReceivedMessage(
    string MessageId,
    string ReceiptHandle,
    MessageContent Content,
    IReadOnlyDictionary<string, string> SystemAttributes);
