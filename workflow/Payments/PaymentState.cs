namespace KakaoWorkflow.Payments;

/// <summary>Where a payment stands.</summary>
public enum PaymentState
{
    /// <summary>
    /// The gateway names a state that this version does not know. Neither points nor coffee may be handed out on it, and nothing may be
    /// written off; whoever waits for an end must give up some day and ask a person.
    /// </summary>
    Unknown,

    /// <summary>Nothing is captured yet.</summary>
    Pending,

    /// <summary>The whole amount is captured.</summary>
    Captured,

    /// <summary>The amount is captured and a part of it given back.</summary>
    PartlyRefunded,

    /// <summary>All of what was captured is given back.</summary>
    Refunded,

    /// <summary>The customer quit. Nothing was captured, and nothing will be.</summary>
    Quit,

    /// <summary>Authentication or approval failed. Nothing was captured, and nothing will be.</summary>
    Declined,
}
