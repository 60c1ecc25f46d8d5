using System.Diagnostics.CodeAnalysis;
using KakaoWorkflow.Emulator.Sqs.Messages;

namespace KakaoWorkflow.Emulator.Sqs.Queues;

/// <summary>One queue's index in memory: what it holds, what comes next, who waits. Used under the store's lock only.</summary>
internal sealed class MessageQueue(long id, string name, QueueSettings settings)
{
    private readonly Dictionary<long, QueuedMessage> _messages = [];
    private readonly SortedSet<QueuedMessage> _hidden = new(MessageOrder.ByVisibility);
    private readonly SortedSet<QueuedMessage> _byAge = new(MessageOrder.ByAge);
    private readonly LinkedList<WaitingReceive> _waiting = [];
    private readonly IDeliveryOrder _order = settings.Fifo ? new FifoOrder() : new StandardOrder();
    private int _inFlight;

    /// <summary>No waiting receive gives up before; the one that would have may have been served in the meantime.</summary>
    private long _firstDeadlineMs = long.MaxValue;

    public long Id { get; } = id;

    public string Name { get; } = name;

    public QueueSettings Settings { get; set; } = settings;

    public Dictionary<string, string> Tags { get; set; } = new(StringComparer.Ordinal);

    public required long CreatedMs { get; init; }

    public required long ModifiedMs { get; set; }

    /// <summary>The last purge (Unix milliseconds), or null.</summary>
    public long? PurgedMs { get; set; }

    public DeduplicationWindow Deduplication { get; } = new();

    public ReceiveAttempts Attempts { get; } = new();

    public IReadOnlyCollection<QueuedMessage> Messages => _messages.Values;

    /// <summary>Who waits for a message, in the order in which they came.</summary>
    public IReadOnlyCollection<WaitingReceive> Waiting => _waiting;

    public WaitingReceive? FirstWaiting => _waiting.First?.Value;

    public QueueCounts Counts => new(_messages.Count - _hidden.Count, _inFlight, _hidden.Count - _inFlight);

    /// <summary>When time alone changes something next (Unix milliseconds): a message appears or expires, or a wait ends.</summary>
    public long NextDueMs
    {
        get
        {
            var due = _hidden.Min?.VisibleMs ?? long.MaxValue;
            if (_byAge.Min is { } oldest)
                due = Math.Min(due, ExpiryMs(oldest));
            return _waiting.Count == 0 ? due : Math.Min(due, _firstDeadlineMs);
        }
    }

    public bool TryFind(ReceiptHandle receipt, [NotNullWhen(true)] out QueuedMessage? message) =>
        _messages.TryGetValue(receipt.Position, out message) && message.ReceiveCount == receipt.ReceiveCount;

    public void Add(QueuedMessage message, long nowMs)
    {
        message.Hidden = message.VisibleMs > nowMs;
        _messages.Add(message.Position, message);
        _byAge.Add(message);
        Enter(message);
    }

    public void Remove(QueuedMessage message)
    {
        Leave(message);
        _byAge.Remove(message);
        _messages.Remove(message.Position);
    }

    /// <summary>Takes visible messages, hides them, and counts the receive.</summary>
    public List<QueuedMessage> Receive(ReceiveRequest request, int maxInFlight, long nowMs)
    {
        var taken = new List<QueuedMessage>();
        var bytes = 0L;
        foreach (var message in _order.Deliverable())
        {
            bytes += message.SizeBytes;
            if (taken.Count == request.MaxMessages || _inFlight + taken.Count == maxInFlight || (taken.Count > 0 && bytes > request.MaxBytes))
                break;
            taken.Add(message);
        }

        var timeoutSeconds = request.VisibilityTimeoutSeconds ?? Settings.VisibilityTimeoutSeconds;
        foreach (var message in taken)
        {
            Leave(message);
            message.ReceiveCount++;
            message.ReceivedMs = nowMs;
            if (message.ReceiveCount == 1)
                message.FirstReceivedMs = nowMs;
            message.VisibleMs = nowMs + (timeoutSeconds * 1000L);
            message.Hidden = timeoutSeconds > 0;
            Enter(message);
        }
        return taken;
    }

    /// <summary>Hides a received message until the given time; a time that has come makes it visible.</summary>
    public void Hide(QueuedMessage message, long visibleMs, long nowMs)
    {
        Leave(message);
        message.VisibleMs = visibleMs;
        message.Hidden = visibleMs > nowMs;
        Enter(message);
    }

    /// <summary>Makes visible what has waited long enough.</summary>
    /// <returns>The messages that appeared.</returns>
    public List<QueuedMessage> Appear(long nowMs)
    {
        var appeared = new List<QueuedMessage>();
        while (_hidden.Min is { } next && next.VisibleMs <= nowMs)
        {
            Hide(next, next.VisibleMs, nowMs);
            appeared.Add(next);
        }
        return appeared;
    }

    /// <summary>Removes what is older than the retention period.</summary>
    public List<QueuedMessage> Expire(long nowMs)
    {
        var expired = new List<QueuedMessage>();
        while (_byAge.Min is { } oldest && ExpiryMs(oldest) <= nowMs)
        {
            Remove(oldest);
            expired.Add(oldest);
        }
        return expired;
    }

    public IEnumerable<QueuedMessage> Deliverable() => _order.Deliverable();

    public void Wait(WaitingReceive waiting)
    {
        _waiting.AddLast(waiting);
        _firstDeadlineMs = Math.Min(_firstDeadlineMs, waiting.DeadlineMs);
    }

    /// <summary>Ends the waits whose time is over, and returns them.</summary>
    public List<WaitingReceive> EndWaits(long nowMs)
    {
        if (_firstDeadlineMs > nowMs)
            return [];
        var over = _waiting.Where(waiting => waiting.DeadlineMs <= nowMs).ToList();
        foreach (var waiting in over)
            _waiting.Remove(waiting);
        _firstDeadlineMs = _waiting.Select(waiting => waiting.DeadlineMs).DefaultIfEmpty(long.MaxValue).Min();
        return over;
    }

    public bool StopWaiting(WaitingReceive waiting) => _waiting.Remove(waiting);

    private long ExpiryMs(QueuedMessage message) => message.SentMs + (Settings.RetentionSeconds * 1000L);

    private void Enter(QueuedMessage message)
    {
        if (message.Hidden)
            _hidden.Add(message);
        if (message.InFlight)
            _inFlight++;
        _order.Put(message);
    }

    private void Leave(QueuedMessage message)
    {
        _order.Take(message);
        if (message.InFlight)
            _inFlight--;
        if (message.Hidden)
            _hidden.Remove(message);
    }
}
