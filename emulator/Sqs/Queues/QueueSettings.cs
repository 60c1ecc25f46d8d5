namespace KakaoWorkflow.Emulator.Sqs.Queues;

/// <summary>A queue's attributes, as far as they can be set. The defaults are AWS's.</summary>
internal sealed record QueueSettings
{
    /// <summary>Seconds for which a received message stays hidden, 0 to 43,200.</summary>
    public int VisibilityTimeoutSeconds { get; init; } = 30;

    /// <summary>Seconds until a new message can be received, 0 to 900.</summary>
    public int DelaySeconds { get; init; }

    /// <summary>Bytes of the largest message, 1,024 to 1,048,576.</summary>
    public int MaxMessageBytes { get; init; } = SqsLimits.MessageBytes;

    /// <summary>Seconds after which an unread message is dropped, 60 to 1,209,600.</summary>
    public int RetentionSeconds { get; init; } = 345_600;

    /// <summary>Seconds that a receive waits when it does not say, 0 to 20.</summary>
    public int ReceiveWaitSeconds { get; init; }

    /// <summary>Whether the queue keeps order and drops repeated sends; fixed at creation.</summary>
    public bool Fifo { get; init; }

    /// <summary>FIFO: whether the SHA-256 of a body stands in for a missing deduplication id.</summary>
    public bool ContentBasedDeduplication { get; init; }

    /// <summary>FIFO: whether deduplication ids count within a message group; otherwise in the whole queue.</summary>
    public bool DeduplicatesByGroup { get; init; }

    /// <summary>FIFO: AWS's throughput quota per group. Kept and returned; this edition has no throughput quotas.</summary>
    public bool ThroughputLimitPerGroup { get; init; }

    /// <summary>The dead-letter queue; null for none.</summary>
    public RedrivePolicy? RedrivePolicy { get; init; }

    /// <summary>Who may use this queue as dead-letter queue; null for all.</summary>
    public RedriveAllowPolicy? RedriveAllowPolicy { get; init; }

    /// <summary>The access policy, a JSON text; kept and returned, not enforced: one machine has one user.</summary>
    public string? Policy { get; init; }

    /// <summary>The KMS key; kept and returned, since this edition encrypts nothing.</summary>
    public string? KmsMasterKeyId { get; init; }

    /// <summary>Seconds for which a data key is reused, 60 to 86,400; null unless set. Kept and returned.</summary>
    public int? KmsDataKeyReuseSeconds { get; init; }

    /// <summary>Encryption with keys of SQS; kept and returned, since this edition encrypts nothing.</summary>
    public bool SqsManagedSse { get; init; } = true;

    /// <summary>The attributes by their AWS names, in AWS's text form; only those that the queue has.</summary>
    public Dictionary<string, string> ToAttributes()
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var attribute in QueueAttribute.All)
        {
            if ((Fifo || !attribute.FifoOnly) && attribute.Read(this) is { } value)
                attributes[attribute.Name] = value;
        }
        return attributes;
    }
}
