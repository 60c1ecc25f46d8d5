namespace KakaoWorkflow.Proof.Kills;

/// <summary>What a customer is about to do with an order.</summary>
internal enum CustomerIntent
{
    /// <summary>Pays.</summary>
    Pay,

    /// <summary>Taps "pay" twice, opens the approval page three times.</summary>
    PayImpatiently,

    /// <summary>Pays a part with points.</summary>
    PayWithPoints,

    /// <summary>Pays with points alone.</summary>
    PayByPointsAlone,

    /// <summary>Quits at KakaoPay.</summary>
    Quit,

    /// <summary>Fails to authenticate at KakaoPay.</summary>
    Fail,

    /// <summary>Withdraws in the chat.</summary>
    Withdraw,

    /// <summary>Pays and withdraws at the same time.</summary>
    PayAndWithdraw,

    /// <summary>Goes away.</summary>
    Leave,

    /// <summary>Pays and asks for the money back.</summary>
    PayAndRefund,
}
