namespace KakaoWorkflow.Lambdas.Kit;

/// <summary>
/// Until when a call of a function may send anything. By then whoever called was told that it failed, or nobody listens any more:
/// work that goes on all the same, for example in a process that was frozen and thaws, must not take effect behind their back.
/// </summary>
/// <param name="time">The clock. It is asked at each send, since the timers of a frozen process fire late.</param>
internal sealed class CallDeadline(TimeProvider time)
{
    /// <summary>Work that still waits is given up after the runtime has ended the call, so that the caller hears the runtime's own time-out.</summary>
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromMilliseconds(1);

    // Both go wherever the call's own work goes, also past the call's answer.
    private readonly AsyncLocal<DateTimeOffset?> _instant = new();
    private readonly AsyncLocal<CancellationToken> _token = new();

    /// <summary>The present call's; null outside of a call, where nothing is bounded.</summary>
    public DateTimeOffset? Instant => _instant.Value;

    /// <summary>Ends what the present call still waits for once its time is over; never cancelled outside of a call.</summary>
    public CancellationToken Token => _token.Value;

    /// <summary>Bounds each call of a function by the time that Lambda gives it.</summary>
    public FunctionHandler Bound(FunctionHandler function) => async (input, context) =>
    {
        var left = context.RemainingTime;
        // A call that was handed over late may have none left.
        using var end = new CancellationTokenSource((left > TimeSpan.Zero ? left : TimeSpan.Zero) + GiveUpAfter, time);
        (_instant.Value, _token.Value) = (time.GetUtcNow() + left, end.Token);
        return await function(input, context);
    };

    /// <summary>Bounds what the caller begins from here on by less time, if the call has more.</summary>
    public void Shorten(TimeSpan left)
    {
        var instant = time.GetUtcNow() + left;
        if (_instant.Value is not { } known || instant < known)
            _instant.Value = instant;
    }

    /// <summary>Lets something be sent, or not.</summary>
    /// <param name="instant">What <see cref="Instant"/> was when the sending began.</param>
    /// <exception cref="DeadlinePassedException">The deadline has come.</exception>
    public void Check(DateTimeOffset? instant)
    {
        if (time.GetUtcNow() >= instant)
            throw new DeadlinePassedException();
    }
}
