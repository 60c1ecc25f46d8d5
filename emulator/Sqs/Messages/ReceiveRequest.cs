namespace KakaoWorkflow.Emulator.Sqs.Messages;

/// <summary>What a consumer asks for.</summary>
internal sealed record ReceiveRequest
{
    /// <summary>The most messages to take, 1 to 10. Fewer may come; the wait ends with the first.</summary>
    public int MaxMessages { get; init; } = 1;

    /// <summary>Stops before the messages' sizes add up to more; the first message always comes. No limit by default.</summary>
    public long MaxBytes { get; init; } = long.MaxValue;

    /// <summary>Seconds for which what is taken stays hidden; null takes the queue's.</summary>
    public int? VisibilityTimeoutSeconds { get; init; }

    /// <summary>How long to wait for a first message, up to 20 seconds; null takes the queue's, zero answers at once.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>FIFO only: a repeat with the same id within five minutes gets the same messages, as long as nobody changed them.</summary>
    public string? AttemptId { get; init; }
}
