namespace KakaoWorkflow.Tests.Support.Clocks;

/// <summary>The system's clock, for tests that wait for child processes: those take real time.</summary>
internal static class RealTime
{
#pragma warning disable RS0030 // the one place that names it
    public static TimeProvider Clock => TimeProvider.System;
#pragma warning restore RS0030

    /// <summary>The pause between two looks at something outside this process.</summary>
    public static Task PauseAsync() => Task.Delay(TimeSpan.FromMilliseconds(10), Clock, TestContext.Current.CancellationToken);
}
