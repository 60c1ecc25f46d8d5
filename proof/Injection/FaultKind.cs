namespace KakaoWorkflow.Proof.Injection;

/// <summary>What goes wrong with one call.</summary>
internal enum FaultKind
{
    /// <summary>It never leaves, and the SDK has given up.</summary>
    NeverSent,

    /// <summary>The service answers 500 and has done nothing. The AWS SDKs repeat the call.</summary>
    ServerError,

    /// <summary>It takes effect, its answer is lost, and the SDK has given up.</summary>
    AnswerLost,

    /// <summary>It takes effect, its answer is lost, and the SDK sends it again.</summary>
    AnswerLostAndSentAgain,

    /// <summary>It is given up, and takes effect a few calls later.</summary>
    ZombieSoon,

    /// <summary>It is given up, and takes effect after everything has ended.</summary>
    ZombieLate,

    /// <summary>The host dies before it leaves.</summary>
    KilledBefore,

    /// <summary>The host dies when it has taken effect.</summary>
    KilledAfter,

    /// <summary>The queue delivers the message twice.</summary>
    MessageTwice,

    /// <summary>The queue delivers the message a minute later, after others that were sent later.</summary>
    MessageDelayed,

    /// <summary>The message is gone.</summary>
    MessageDropped,
}
