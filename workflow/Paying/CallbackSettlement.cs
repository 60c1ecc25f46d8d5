namespace KakaoWorkflow.Paying;

/// <summary>What became of a callback message; each of them means that the message is done.</summary>
public enum CallbackSettlement
{
    /// <summary>The execution goes on.</summary>
    Settled,

    /// <summary>An earlier callback, or the time-out, was first.</summary>
    TokenUsedUp,

    /// <summary>The execution does not wait yet; AwaitApproval sends the message again.</summary>
    NotWaitingYet,

    /// <summary>KakaoPay does not confirm the cancel or failure: the customer may still pay. Nobody asks again.</summary>
    NotConfirmed,

    /// <summary>KakaoPay does not show the cancel or failure yet; a further message asks again in a moment.</summary>
    LooksAgain,

    /// <summary>The order has ended.</summary>
    OrderEnded,

    /// <summary>There is no such order.</summary>
    NoSuchOrder,
}
