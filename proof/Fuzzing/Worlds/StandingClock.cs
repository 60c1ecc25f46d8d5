namespace KakaoWorkflow.Proof.Fuzzing.Worlds;

/// <summary>A clock that stands still until it is moved, so that an input meets the same time whenever it comes. Timers take real time.</summary>
/// <param name="now">What it shows first.</param>
internal sealed class StandingClock(DateTimeOffset now) : TimeProvider
{
    private long _ticks = now.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    /// <summary>Moves it on.</summary>
    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
