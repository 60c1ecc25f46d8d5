using KakaoWorkflow.Emulator.Sqs.Messages;

namespace KakaoWorkflow.Emulator.Sqs.Queues;

/// <summary>
/// What FIFO receives with a ReceiveRequestAttemptId got in the last five minutes. In memory only: after a restart
/// a repeated attempt is a new one, which AWS allows for as well.
/// </summary>
internal sealed class ReceiveAttempts
{
    private readonly Dictionary<string, IReadOnlyList<ReceiptHandle>> _byId = new(StringComparer.Ordinal);
    private readonly Queue<(string Id, long ExpiresMs)> _byAge = new();

    public IReadOnlyList<ReceiptHandle> Find(string attemptId) => _byId.GetValueOrDefault(attemptId) ?? [];

    public void Add(string attemptId, IReadOnlyList<ReceiptHandle> receipts, long nowMs)
    {
        if (_byId.TryAdd(attemptId, receipts))
            _byAge.Enqueue((attemptId, nowMs + (SqsLimits.DeduplicationSeconds * 1000L)));
        else
            _byId[attemptId] = receipts;
    }

    public void Expire(long nowMs)
    {
        while (_byAge.TryPeek(out var oldest) && oldest.ExpiresMs <= nowMs)
            _byId.Remove(_byAge.Dequeue().Id);
    }
}
