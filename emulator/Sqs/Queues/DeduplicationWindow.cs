namespace KakaoWorkflow.Emulator.Sqs.Queues;

/// <summary>The sends of the last five minutes by deduplication key, so that a repeated send is answered like the first.</summary>
internal sealed class DeduplicationWindow
{
    private readonly Dictionary<string, DeduplicationEntry> _byKey = new(StringComparer.Ordinal);
    private readonly Queue<DeduplicationEntry> _byAge = new();

    public DeduplicationEntry? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>Remembers a send. Entries come in the order of their time.</summary>
    public void Add(DeduplicationEntry entry)
    {
        _byKey[entry.Key] = entry;
        _byAge.Enqueue(entry);
    }

    /// <summary>Forgets what is older than the interval; true when there was something to forget.</summary>
    public bool Expire(long nowMs)
    {
        var any = false;
        while (_byAge.TryPeek(out var oldest) && oldest.ExpiresMs <= nowMs)
        {
            _byAge.Dequeue();
            if (_byKey.TryGetValue(oldest.Key, out var current) && current == oldest)
                _byKey.Remove(oldest.Key);
            any = true;
        }
        return any;
    }
}
