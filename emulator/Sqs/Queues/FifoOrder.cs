using KakaoWorkflow.Emulator.Sqs.Messages;

namespace KakaoWorkflow.Emulator.Sqs.Queues;

/// <summary>
/// A FIFO queue: in order within each message group, and a group with a message in flight gives no other message.
/// One receive may take several messages of a group, and of several groups.
/// </summary>
internal sealed class FifoOrder : IDeliveryOrder
{
    private readonly Dictionary<string, MessageGroup> _groups = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, MessageGroup> _available = [];

    public void Put(QueuedMessage message) => Change(message, static (group, message) => group.Put(message));

    public void Take(QueuedMessage message) => Change(message, static (group, message) => group.Take(message));

    public IEnumerable<QueuedMessage> Deliverable() => _available.Values.SelectMany(group => group.Deliverable());

    private void Change(QueuedMessage message, Action<MessageGroup, QueuedMessage> change)
    {
        var id = message.GroupId!;
        if (!_groups.TryGetValue(id, out var group))
            _groups.Add(id, group = new MessageGroup());
        if (group.Head is { } before)
            _available.Remove(before);

        change(group, message);

        if (group.Head is { } after)
            _available.Add(after, group);
        if (group.IsEmpty)
            _groups.Remove(id);
    }
}
