using Microsoft.Extensions.Time.Testing;

namespace KakaoWorkflow.Tests.Lambdas.Deadlines;

/// <summary>The clock of a process that can be frozen: when it thaws it is late, and no timer has fired yet.</summary>
/// <param name="clock">Fires the timers.</param>
internal sealed class JumpingTime(FakeTimeProvider clock) : TimeProvider
{
    private TimeSpan _frozen;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public void Freeze(TimeSpan time) => _frozen += time;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + _frozen;

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        clock.CreateTimer(callback, state, dueTime, period);
}
