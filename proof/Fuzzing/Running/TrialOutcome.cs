namespace KakaoWorkflow.Proof.Fuzzing.Running;

/// <summary>What an input came to.</summary>
/// <param name="Result">The function's answer; null when it threw.</param>
/// <param name="Error">What it threw; null when it answered.</param>
/// <param name="Calls">The calls that it made, in order.</param>
/// <param name="Log">What it logged.</param>
internal sealed record TrialOutcome(byte[]? Result, Exception? Error, IReadOnlyList<Call> Calls, IReadOnlyList<LogLine> Log)
{
    /// <summary>The calls that change something.</summary>
    public IEnumerable<Call> Writes => Calls.Where(call => call.Writes);
}
