using Microsoft.Extensions.Time.Testing;

namespace KakaoWorkflow.Tests.Support.KakaoPay;

/// <summary>
/// A clock that stands still, and tells when somebody begins to wait for it, so that a test moves it neither too early
/// nor too far.
/// </summary>
public sealed class SteppingTime(DateTimeOffset start) : FakeTimeProvider(start), IDisposable
{
    private readonly SemaphoreSlim _timers = new(0);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _timers.Release();
        return timer;
    }

    /// <summary>Completes when one more timer than last time has been set.</summary>
    public Task TimerSetAsync() => _timers.WaitAsync(TestContext.Current.CancellationToken);

    public void Dispose() => _timers.Dispose();
}
