using KakaoWorkflow.Emulator.Sqs.Messages;
using KakaoWorkflow.Emulator.Sqs.Moves;
using KakaoWorkflow.Emulator.Sqs.Queues;

namespace KakaoWorkflow.Emulator.Sqs.Storage;

/// <summary>All queues in memory. Used under the store's lock only.</summary>
/// <param name="firstPosition">The first position that no message has had yet.</param>
internal sealed class QueueIndex(long firstPosition)
{
    /// <summary>Positions that are reserved on disk at once, so that most sends need no write for theirs.</summary>
    private const int PositionsPerReservation = 10_000;

    private readonly SortedDictionary<string, MessageQueue> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<long, MessageQueue> _byId = [];
    private long _nextPosition = firstPosition;
    private long _reservedPosition = firstPosition;
    private long _cachedBytes;

    /// <summary>In the order of their names.</summary>
    public IReadOnlyCollection<MessageQueue> Queues => _byName.Values;

    public List<MoveTask> Moves { get; } = [];

    public MessageQueue? Find(string name) => _byName.GetValueOrDefault(name);

    public MessageQueue? Find(long id) => _byId.GetValueOrDefault(id);

    public void Add(MessageQueue queue)
    {
        _byName.Add(queue.Name, queue);
        _byId.Add(queue.Id, queue);
    }

    public void Remove(MessageQueue queue)
    {
        foreach (var message in queue.Messages)
            Forget(message);
        _byName.Remove(queue.Name);
        _byId.Remove(queue.Id);
        Moves.RemoveAll(task => task.SourceId == queue.Id);
    }

    /// <summary>The next position: it grows forever, also across restarts, so it can serve as a sequence number.</summary>
    public long NewPosition(QueueJournal journal)
    {
        if (_nextPosition == _reservedPosition)
            journal.Reserve(_reservedPosition += PositionsPerReservation);
        return _nextPosition++;
    }

    /// <summary>Keeps a content in memory if there is room for it.</summary>
    public void Cache(QueuedMessage message, MessageContent content, long maxBytes)
    {
        if (_cachedBytes + message.SizeBytes > maxBytes)
            return;
        message.Content = content;
        _cachedBytes += message.SizeBytes;
    }

    /// <summary>Gives back the room of a message that leaves.</summary>
    public void Forget(QueuedMessage message)
    {
        if (message.Content is null)
            return;
        message.Content = null;
        _cachedBytes -= message.SizeBytes;
    }
}
