using KakaoWorkflow.Emulator.Sqs.Queues;

namespace KakaoWorkflow.Emulator.Sqs.Messages;

/// <summary>What a receive found at once.</summary>
/// <param name="QueueId">The queue.</param>
/// <param name="Fifo">Whether it is a FIFO queue.</param>
/// <param name="Taken">The messages; empty when there were none.</param>
/// <param name="Waiting">The wait for a first message; null when there is none to wait for.</param>
internal sealed record BegunReceive(long QueueId, bool Fifo, IReadOnlyList<TakenMessage> Taken, WaitingReceive? Waiting);
