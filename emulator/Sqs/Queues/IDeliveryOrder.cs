using KakaoWorkflow.Emulator.Sqs.Messages;

namespace KakaoWorkflow.Emulator.Sqs.Queues;

/// <summary>Decides which messages of a queue come next. A message is told about before and after each of its changes.</summary>
internal interface IDeliveryOrder
{
    /// <summary>A message came in, or changed between hidden and visible.</summary>
    void Put(QueuedMessage message);

    /// <summary>A message is about to leave, or to change between hidden and visible.</summary>
    void Take(QueuedMessage message);

    /// <summary>The messages that one receive may get now, best first. Not to be used across a change.</summary>
    IEnumerable<QueuedMessage> Deliverable();
}
