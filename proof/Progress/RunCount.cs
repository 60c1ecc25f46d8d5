namespace KakaoWorkflow.Proof.Progress;

/// <summary>How far a long run is. Counted by many, read by one who shows it.</summary>
/// <param name="unit">What is counted, in the plural.</param>
/// <param name="time">Measures how long it takes.</param>
internal sealed class RunCount(string unit, TimeProvider time)
{
    private readonly Lock _lock = new();
    private long _started = time.GetTimestamp();
    private int? _total;
    private int _done;
    private int _violations;
    private string _doing = "beginning";

    /// <summary>How much is done, from 0 to 1; null before the total is known.</summary>
    public double? Share
    {
        get
        {
            lock (_lock)
                return _total is > 0 and var total ? (double)_done / total : null;
        }
    }

    /// <summary>Says what is being done while there is nothing to count yet.</summary>
    public void Doing(string what)
    {
        lock (_lock)
            _doing = what;
    }

    /// <summary>Begins to count. The time that is left is estimated from here on.</summary>
    /// <param name="total">How many there are, 0 or more.</param>
    public void Begin(int total)
    {
        lock (_lock)
            (_total, _done, _started) = (total, 0, time.GetTimestamp());
    }

    /// <summary>Counts.</summary>
    /// <param name="count">How many more are done.</param>
    /// <param name="violations">How many more violations there are.</param>
    public void Add(int count, int violations = 0)
    {
        lock (_lock)
            (_done, _violations) = (_done + count, _violations + violations);
    }

    /// <summary>For example <c>1,200 of 4,823 runs, 0 violations, 31.2/s, 0:01:56 left</c>.</summary>
    public override string ToString()
    {
        lock (_lock)
        {
            var elapsed = time.GetElapsedTime(_started);
            if (_total is not { } total)
                return $"{_doing}, {Text(elapsed)}";
            var left = _done > 0 ? Text(elapsed * Math.Max(0, total - _done) / _done) + " left" : "time left not known yet";
            var rate = elapsed > TimeSpan.Zero ? _done / elapsed.TotalSeconds : 0;
            return $"{_done:N0} of {total:N0} {unit}, {_violations:N0} violations, {rate:0.0}/s, {left}";
        }
    }

    private static string Text(TimeSpan span) => $"{(long)span.TotalHours}:{span.Minutes:00}:{span.Seconds:00}";
}
