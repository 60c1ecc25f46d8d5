namespace KakaoWorkflow.Emulator.Sqs;

/// <summary>The quotas of Amazon SQS, as its developer guide states them.</summary>
internal static class SqsLimits
{
    /// <summary>Entries of a batch request, and messages of one ReceiveMessage answer.</summary>
    public const int BatchEntries = 10;

    /// <summary>Bytes of a message with its attributes, and of all messages of a batch together: 1 MiB.</summary>
    public const int MessageBytes = 1024 * 1024;

    /// <summary>The smallest MaximumMessageSize that a queue may ask for.</summary>
    public const int SmallestMaximumMessageBytes = 1024;

    /// <summary>Message attributes of one message.</summary>
    public const int MessageAttributes = 10;

    /// <summary>Characters of an attribute's name and of its data type.</summary>
    public const int AttributeNameLength = 256;

    /// <summary>Characters of a queue's name, with the suffix <c>.fifo</c>.</summary>
    public const int QueueNameLength = 80;

    /// <summary>Characters of a batch entry's id.</summary>
    public const int EntryIdLength = 80;

    /// <summary>Characters of a MessageGroupId, a MessageDeduplicationId, or a ReceiveRequestAttemptId.</summary>
    public const int TokenLength = 128;

    /// <summary>Seconds of the longest visibility timeout, counted from the receive: 12 hours.</summary>
    public const int VisibilityTimeoutSeconds = 43_200;

    /// <summary>Seconds of the longest delay: 15 minutes.</summary>
    public const int DelaySeconds = 900;

    /// <summary>Seconds of the longest long poll.</summary>
    public const int WaitTimeSeconds = 20;

    /// <summary>Seconds of the shortest retention.</summary>
    public const int ShortestRetentionSeconds = 60;

    /// <summary>Seconds of the longest retention: 14 days.</summary>
    public const int LongestRetentionSeconds = 1_209_600;

    /// <summary>Seconds in which a FIFO queue recognises a repeated send, and a repeated receive attempt.</summary>
    public const int DeduplicationSeconds = 300;

    /// <summary>Seconds between two PurgeQueue calls on one queue.</summary>
    public const int PurgeIntervalSeconds = 60;

    /// <summary>Messages of one queue that may be in flight, standard and FIFO alike.</summary>
    public const int InFlightMessages = 120_000;

    /// <summary>The largest maxReceiveCount of a redrive policy.</summary>
    public const int MaxReceiveCount = 1000;

    /// <summary>Queues that a redrive allow policy may name.</summary>
    public const int RedriveSources = 10;

    /// <summary>Tags of one queue.</summary>
    public const int Tags = 50;

    /// <summary>Characters of a tag's key.</summary>
    public const int TagKeyLength = 128;

    /// <summary>Characters of a tag's value.</summary>
    public const int TagValueLength = 256;

    /// <summary>Bytes of a queue's access policy.</summary>
    public const int PolicyBytes = 8192;

    /// <summary>Queues in one page of ListQueues and ListDeadLetterSourceQueues.</summary>
    public const int PageOfQueues = 1000;

    /// <summary>Messages per second that a move task may be asked for.</summary>
    public const int MoveRatePerSecond = 500;

    /// <summary>Move tasks of one source queue that are remembered and listed.</summary>
    public const int MoveTasks = 10;

    /// <summary>
    /// Long polls that may wait on one queue. AWS names no number; this one keeps a client that leaks connections
    /// from taking the process's memory.
    /// </summary>
    public const int WaitingReceives = 10_000;
}
