namespace KakaoWorkflow.Emulator.StepFunctions.Interpretation;

/// <summary>What is the same for all executions.</summary>
/// <param name="Region">The region that <c>TaskScheduled</c> events show.</param>
/// <param name="WaitScale">
/// Wait states, retry delays, and the time-outs and heartbeats of <c>.waitForTaskToken</c> tasks take this fraction of their
/// time: 60 makes a minute a second. The default is 1. Time-outs of other tasks and of executions are never scaled, since
/// real work stands behind them.
/// </param>
internal sealed record InterpreterSettings(string Region, double WaitScale = 1.0)
{
    /// <summary>How long a wait of this length takes here, in whole milliseconds, since the engine's clock has no finer ones.</summary>
    public TimeSpan Scale(TimeSpan wait) => TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds / WaitScale));
}
