using KakaoWorkflow.Emulator.Sqs.Messages;

namespace KakaoWorkflow.Emulator.EventSources;

/// <summary>Messages for one invocation.</summary>
/// <param name="Messages">In the order in which they were received.</param>
/// <param name="ReceivedAt">The timestamp of the first receive (of the mapping's clock): its visibility timeout counts from here.</param>
internal sealed record CollectedBatch(IReadOnlyList<ReceivedMessage> Messages, long ReceivedAt);
