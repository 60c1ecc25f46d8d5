namespace KakaoWorkflow.Emulator.Sqs.Queues;

/// <summary>A send that a FIFO queue remembers.</summary>
/// <param name="Key">The deduplication id, with its group where ids count within a group.</param>
/// <param name="MessageId">The message's id.</param>
/// <param name="Position">The message's position, which is its sequence number.</param>
/// <param name="ExpiresMs">From when on the same key is a new message (Unix milliseconds).</param>
internal sealed record DeduplicationEntry(string Key, Guid MessageId, long Position, long ExpiresMs);
