namespace KakaoWorkflow.Proof.Injection;

/// <summary>One fault of a run.</summary>
/// <param name="Call">The call that it strikes.</param>
/// <param name="Kind">What goes wrong with it.</param>
internal sealed record Fault(CallName Call, FaultKind Kind)
{
    /// <summary>The faults that a call can have.</summary>
    public static IEnumerable<FaultKind> KindsOf(CallName call) => Enum.GetValues<FaultKind>().Where(kind => kind switch
    {
        FaultKind.AnswerLostAndSentAgain => call.Service != "kakaopay" && call.Function != FaultInjector.StateMachine,
        FaultKind.MessageTwice or FaultKind.MessageDelayed or FaultKind.MessageDropped => call is { Service: "sqs", Operation: "SendMessage" },
        _ => true,
    });

    public override string ToString() => $"{Kind} at {Call}";
}
