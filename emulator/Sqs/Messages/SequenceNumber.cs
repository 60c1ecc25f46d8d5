namespace KakaoWorkflow.Emulator.Sqs.Messages;

/// <summary>The SequenceNumber of FIFO queues: twenty digits, as AWS writes it, so that texts order like numbers.</summary>
internal static class SequenceNumber
{
    public static string Format(long position) => position.ToString("D20");
}
