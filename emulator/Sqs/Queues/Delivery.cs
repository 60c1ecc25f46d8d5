using KakaoWorkflow.Emulator.Sqs.Messages;

namespace KakaoWorkflow.Emulator.Sqs.Queues;

/// <summary>Messages taken for one receive.</summary>
/// <param name="Taken">The messages as they were when they were taken.</param>
/// <param name="Committed">Completes when the receive is on disk; only then may a consumer see them.</param>
internal sealed record Delivery(IReadOnlyList<TakenMessage> Taken, Task Committed)
{
    public static Delivery Nothing { get; } = new([], Task.CompletedTask);
}
