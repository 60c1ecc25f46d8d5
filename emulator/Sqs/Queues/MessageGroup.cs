using KakaoWorkflow.Emulator.Sqs.Messages;

namespace KakaoWorkflow.Emulator.Sqs.Queues;

/// <summary>The messages of one MessageGroupId in their order.</summary>
internal sealed class MessageGroup
{
    private readonly SortedSet<QueuedMessage> _messages = new(MessageOrder.ByPosition);
    private int _inFlight;

    public bool IsEmpty => _messages.Count == 0;

    /// <summary>
    /// The first message's position while the group may be received from; null while one of its messages is in
    /// flight or its first is delayed.
    /// </summary>
    public long? Head => _inFlight == 0 && _messages.Min is { Hidden: false } first ? first.Position : null;

    public void Put(QueuedMessage message)
    {
        _messages.Add(message);
        if (message.InFlight)
            _inFlight++;
    }

    public void Take(QueuedMessage message)
    {
        if (_messages.Remove(message) && message.InFlight)
            _inFlight--;
    }

    /// <summary>The visible messages up to the first hidden one.</summary>
    public IEnumerable<QueuedMessage> Deliverable() => _messages.TakeWhile(message => !message.Hidden);
}
