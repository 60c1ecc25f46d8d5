using KakaoWorkflow.Emulator.Randomness;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Failures;

/// <summary>One entry of <c>Retry</c>, with AWS's defaults.</summary>
/// <param name="ErrorEquals">The names that it matches, at least one.</param>
internal sealed record Retrier(IReadOnlyList<string> ErrorEquals)
{
    /// <summary>
    /// The longest delay without <see cref="MaxDelaySeconds"/>: AWS allows values below 31,622,400 seconds.
    /// </summary>
    public const int LongestDelaySeconds = 31_622_399;

    /// <summary>The delay before the first retry.</summary>
    public int IntervalSeconds { get; init; } = 1;

    /// <summary>How many retries this retrier allows; 0 means that its errors are never retried.</summary>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>What each delay is multiplied by to get the next one; at least 1.</summary>
    public double BackoffRate { get; init; } = 2.0;

    /// <summary>The cap of the delay, or null.</summary>
    public int? MaxDelaySeconds { get; init; }

    /// <summary>Whether delays are spread.</summary>
    public JitterStrategy JitterStrategy { get; init; }

    /// <summary>Whether it names the error; see <see cref="ErrorMatching"/>.</summary>
    public bool Matches(string error, bool isTaskFailure = false) => ErrorMatching.Matches(ErrorEquals, error, isTaskFailure);

    /// <summary>The wait before the next retry: <c>interval × rate^retries</c>, capped, then jittered.</summary>
    /// <param name="retries">How many retries this retrier has made in this visit of the state, 0 for none.</param>
    /// <param name="random">Asked only with <see cref="JitterStrategy.Full"/>.</param>
    public TimeSpan RetryDelay(int retries, IRandomSource random)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(retries);
        var seconds = Math.Min(IntervalSeconds * Math.Pow(BackoffRate, retries), MaxDelaySeconds ?? LongestDelaySeconds);
        return TimeSpan.FromSeconds(JitterStrategy == JitterStrategy.Full ? seconds * random.NextDouble() : seconds);
    }
}
