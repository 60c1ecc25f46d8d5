namespace KakaoWorkflow.Emulator.Sqs.Messages;

/// <summary>The orders in which a queue looks at its messages.</summary>
internal static class MessageOrder
{
    public static IComparer<QueuedMessage> ByPosition { get; } =
        Comparer<QueuedMessage>.Create((left, right) => left.Position.CompareTo(right.Position));

    public static IComparer<QueuedMessage> ByVisibility { get; } =
        Comparer<QueuedMessage>.Create((left, right) => Compare(left.VisibleMs, right.VisibleMs, left, right));

    public static IComparer<QueuedMessage> ByAge { get; } =
        Comparer<QueuedMessage>.Create((left, right) => Compare(left.SentMs, right.SentMs, left, right));

    private static int Compare(long left, long right, QueuedMessage leftMessage, QueuedMessage rightMessage) =>
        left != right ? left.CompareTo(right) : leftMessage.Position.CompareTo(rightMessage.Position);
}
