namespace KakaoWorkflow.Emulator.Sqs.Queues;

/// <summary>How many messages a queue holds. Exact, where AWS only approximates.</summary>
/// <param name="Visible">Can be received (on FIFO queues also those whose group is busy).</param>
/// <param name="InFlight">Received, and neither deleted nor timed out.</param>
/// <param name="Delayed">Sent, and not receivable yet.</param>
internal sealed record QueueCounts(int Visible, int InFlight, int Delayed);
