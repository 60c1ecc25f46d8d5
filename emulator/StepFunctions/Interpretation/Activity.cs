using KakaoWorkflow.Emulator.StepFunctions.Histories;
using KakaoWorkflow.Emulator.StepFunctions.Language.States;

namespace KakaoWorkflow.Emulator.StepFunctions.Interpretation;

/// <summary>One visit of a state, from entering to leaving it.</summary>
/// <param name="state">The state.</param>
/// <param name="input">Its raw input.</param>
/// <param name="enteredTime">When it was entered.</param>
/// <param name="enteredEventId">The event that says so.</param>
internal sealed class Activity(State state, Payload input, DateTimeOffset enteredTime, long enteredEventId)
{
    private readonly int[] _retries = state is RecoverableState { Retry.Count: > 0 and var retriers } ? new int[retriers] : [];

    /// <summary>The state.</summary>
    public State State { get; } = state;

    /// <summary>Its raw input.</summary>
    public Payload Input { get; } = input;

    /// <summary>When it was entered.</summary>
    public DateTimeOffset EnteredTime { get; } = enteredTime;

    /// <summary>The event that says so.</summary>
    public long EnteredEventId { get; } = enteredEventId;

    /// <summary>How often each retrier has retried, by its place in <c>Retry</c>.</summary>
    public IReadOnlyList<int> Retries => _retries;

    /// <summary>How often the state was retried, by whichever retrier: <c>$$.State.RetryCount</c>.</summary>
    public int RetryCount { get; private set; }

    /// <summary>The call of a Task state; null before it is scheduled and after it has ended.</summary>
    public TaskAttempt? Attempt { get; internal set; }

    /// <summary>The lines of a Parallel or Map state; null before they start.</summary>
    public FanOut? FanOut { get; internal set; }

    /// <summary>When a Wait state goes on, or a failed state is tried again; null for neither.</summary>
    public DateTimeOffset? Due { get; internal set; }

    internal void CountRetry(int retrier)
    {
        _retries[retrier]++;
        RetryCount++;
    }

    internal void ForgetRetries()
    {
        Array.Clear(_retries);
        RetryCount = 0;
    }
}
