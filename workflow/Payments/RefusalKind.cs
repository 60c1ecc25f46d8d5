namespace KakaoWorkflow.Payments;

/// <summary>What a refusal means for whoever sent the call. None of them says whether an earlier call moved money: after each, inquire.</summary>
public enum RefusalKind
{
    /// <summary>
    /// It says nothing, or a repeat may go better: the same call is in progress, the bank's answer is not known, the gateway is under
    /// maintenance, an earlier call was first, or the refusal is not known to this version.
    /// </summary>
    Unclear,

    /// <summary>This call moved nothing, and no repetition of it will.</summary>
    Final,

    /// <summary>The <see cref="PgToken"/> is not the customer's, or the customer has not authenticated: another token may be taken.</summary>
    Token,

    /// <summary>The gateway's time for the approval is over.</summary>
    TimeOver,

    /// <summary>The key, the shop's code, the address or the quota: whatever this café sends is refused until somebody sets it right.</summary>
    SetUp,
}
