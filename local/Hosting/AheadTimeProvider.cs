namespace KakaoWorkflow.Local.Hosting;

/// <summary>A clock that shows a later time than another one and goes as fast: what is due by then is due now.</summary>
/// <param name="clock">The other clock.</param>
/// <param name="ahead">How much later.</param>
internal sealed class AheadTimeProvider(TimeProvider clock, TimeSpan ahead) : TimeProvider
{
    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    /// <inheritdoc />
    public override long TimestampFrequency => clock.TimestampFrequency;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + ahead;

    /// <inheritdoc />
    public override long GetTimestamp() => clock.GetTimestamp();

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        clock.CreateTimer(callback, state, dueTime, period);
}
