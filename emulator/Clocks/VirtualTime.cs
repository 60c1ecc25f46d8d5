namespace KakaoWorkflow.Emulator.Clocks;

/// <summary>A clock that stands until it is moved to the next timer that is due, so that a quarter of an hour costs nothing.</summary>
/// <param name="start">The time that it shows at first.</param>
public sealed class VirtualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly HashSet<Timer> _timers = [];
    private DateTimeOffset _now = start;
    private long _moves;
    private int _firing;

    /// <summary>Changes with everything that happens here: timers set, changed, fired.</summary>
    public long Moves => Interlocked.Read(ref _moves);

    /// <summary>Whether callbacks of timers have still to run.</summary>
    public bool IsFiring => Volatile.Read(ref _firing) > 0;

    /// <inheritdoc />
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    /// <inheritdoc />
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves to the next timer that is due, by <paramref name="most"/> at the most.</summary>
    public void Advance(TimeSpan most)
    {
        List<Timer> due;
        lock (_lock)
        {
            var limit = _now + most;
            foreach (var timer in _timers)
                limit = timer.Due < limit ? timer.Due : limit;
            due = MoveTo(limit);
        }
        Fire(due);
    }

    /// <summary>Moves to an instant past all timers that are due before it, as a machine does that slept: each fires once, late.</summary>
    public void JumpTo(DateTimeOffset instant)
    {
        List<Timer> due;
        lock (_lock)
            due = MoveTo(instant);
        Fire(due);
    }

    private List<Timer> MoveTo(DateTimeOffset instant)
    {
        _now = instant > _now ? instant : _now;
        List<Timer> due = [.. _timers.Where(timer => timer.Due <= _now).OrderBy(timer => timer.Due)];
        foreach (var timer in due)
            timer.Reschedule();
        return due;
    }

    private void Fire(List<Timer> due)
    {
        foreach (var timer in due)
        {
            Interlocked.Increment(ref _firing);
            ThreadPool.UnsafeQueueUserWorkItem(static timer => timer.Fire(), timer, preferLocal: false);
        }
    }

    private sealed class Timer(VirtualTime time, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                Interlocked.Increment(ref time._moves);
                _period = period;
                if (dueTime == Timeout.InfiniteTimeSpan)
                {
                    time._timers.Remove(this);
                    return true;
                }
                Due = time._now + dueTime;
                time._timers.Add(this);
                return true;
            }
        }

        public void Reschedule()
        {
            if (_period <= TimeSpan.Zero)
                time._timers.Remove(this);
            else
                Due = Due + _period > time._now ? Due + _period : time._now + _period;
        }

        public void Fire()
        {
            try
            {
                callback(state);
            }
            finally
            {
                Interlocked.Increment(ref time._moves);
                Interlocked.Decrement(ref time._firing);
            }
        }

        public void Dispose()
        {
            lock (time._lock)
                time._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
