namespace KakaoWorkflow.Emulator.StepFunctions.Executions;

/// <summary>One alarm clock that can be set again. It goes off at or after its time, never before, whatever the clock does meanwhile.</summary>
internal sealed class ExecutionTimer(TimeProvider time, Action ring) : IDisposable
{
    // Timers know no longer times, and a clock that is set forward should not be noticed a year later.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromHours(1);
    private static readonly TimeSpan ShortestSleep = TimeSpan.FromMilliseconds(1);

    private readonly Lock _lock = new();
    private ITimer? _timer;
    private DateTimeOffset? _due;
    private bool _isDisposed;

    /// <summary>Sets the alarm; null for none.</summary>
    public void Set(DateTimeOffset? due)
    {
        lock (_lock)
        {
            if (due == _due || _isDisposed)
                return;
            _due = due;
            if (due is not null)
                Sleep(due.Value);
            else
                _timer?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            _due = null;
            _timer?.Dispose();
        }
    }

    private void Sleep(DateTimeOffset due)
    {
        var left = due - time.GetUtcNow();
        left = left > LongestSleep ? LongestSleep : left < ShortestSleep && left > TimeSpan.Zero ? ShortestSleep : left;
        if (left < TimeSpan.Zero)
            left = TimeSpan.Zero;
        if (_timer is null)
            _timer = time.CreateTimer(static timer => ((ExecutionTimer)timer!).Wake(), this, left, Timeout.InfiniteTimeSpan);
        else
            _timer.Change(left, Timeout.InfiniteTimeSpan);
    }

    private void Wake()
    {
        lock (_lock)
        {
            if (_due is not { } due)
                return;
            if (due > time.GetUtcNow())
            {
                Sleep(due);
                return;
            }
            _due = null;
        }
        ring();
    }
}
