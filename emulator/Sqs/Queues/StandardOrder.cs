using KakaoWorkflow.Emulator.Sqs.Messages;

namespace KakaoWorkflow.Emulator.Sqs.Queues;

/// <summary>A standard queue: whatever is visible, the oldest first. AWS promises no order; this is a fair one.</summary>
internal sealed class StandardOrder : IDeliveryOrder
{
    private readonly SortedSet<QueuedMessage> _visible = new(MessageOrder.ByPosition);

    public void Put(QueuedMessage message)
    {
        if (!message.Hidden)
            _visible.Add(message);
    }

    public void Take(QueuedMessage message)
    {
        if (!message.Hidden)
            _visible.Remove(message);
    }

    public IEnumerable<QueuedMessage> Deliverable() => _visible;
}
