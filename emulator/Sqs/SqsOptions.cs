namespace KakaoWorkflow.Emulator.Sqs;

/// <summary>Who the queues belong to and where they are reached.</summary>
internal sealed class SqsOptions
{
    /// <summary>The region in ARNs and events, for example <c>ap-northeast-2</c>.</summary>
    public required string Region { get; init; }

    /// <summary>The twelve-digit account id in ARNs and queue URLs.</summary>
    public required string AccountId { get; init; }

    /// <summary>
    /// What queue URLs start with, for example <c>http://127.0.0.1:4566</c>. Settable, since a server on a free port
    /// knows it only after it has started. Requests are not checked against it.
    /// </summary>
    public required Uri BaseUrl { get; set; }

    /// <summary>Messages of one queue that may be in flight; AWS's number unless a test needs a smaller one.</summary>
    public int MaxInFlightMessages { get; init; } = SqsLimits.InFlightMessages;

    /// <summary>
    /// Bytes of message contents that are kept in memory, 64 MiB by default. What does not fit is read from the
    /// database when it is received, so that a backlog costs memory only for its index.
    /// </summary>
    public long MaxCachedContentBytes { get; init; } = 64L * 1024 * 1024;
}
