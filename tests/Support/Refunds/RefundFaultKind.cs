namespace KakaoWorkflow.Tests.Support.Refunds;

/// <summary>What happens at one call of a refund.</summary>
internal enum RefundFaultKind
{
    /// <summary>The process dies before the call leaves.</summary>
    DiedBefore,

    /// <summary>The process dies when the call has taken effect.</summary>
    DiedAfter,

    /// <summary>The call takes effect and its answer is lost; the process goes on.</summary>
    AnswerLost,

    /// <summary>The call is given up, and takes effect after everything else has ended.</summary>
    TookEffectLater,

    /// <summary>Just before the call leaves, the other party asks for everything back and is served.</summary>
    OtherPartyMeanwhile,
}
