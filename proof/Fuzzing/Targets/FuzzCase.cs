using KakaoWorkflow.Proof.Fuzzing.Inputs;
using KakaoWorkflow.Proof.Fuzzing.Judging;
using KakaoWorkflow.Proof.Fuzzing.Running;

namespace KakaoWorkflow.Proof.Fuzzing.Targets;

/// <summary>One input, ready to be tried.</summary>
/// <param name="Function">The function that gets it.</param>
/// <param name="Kind">What is wrong with it.</param>
/// <param name="Event">The event, as JSON.</param>
/// <param name="Judge">Says what to make of the outcome.</param>
internal sealed record FuzzCase(string Function, MutationKind Kind, byte[] Event, Func<TrialOutcome, Verdict> Judge)
{
    /// <summary>What KakaoPay answers to an operation for a transaction; null when the function never asks.</summary>
    public Func<string, string, KakaoPayReply>? KakaoPay { get; init; }

    /// <summary>Whether Step Functions says that executions run.</summary>
    public bool ExecutionsRun { get; init; }

    /// <summary>What KakaoPay's answer was changed to, to be shown with a problem; null when it is the event that is hostile.</summary>
    public byte[]? Shown { get; init; }
}
