namespace KakaoWorkflow.Proof.Chaos;

/// <summary>What a customer does with an order after the tap on "pay".</summary>
internal enum Conduct
{
    /// <summary>Pays, and follows the way back.</summary>
    Pays,

    /// <summary>Pays, and the way back is opened three times at once: reloads, a second device.</summary>
    PaysAndReloads,

    /// <summary>Taps "pay" three times at once, then pays.</summary>
    TapsTwice,

    /// <summary>Goes back from KakaoPay without a decision, then pays after all.</summary>
    GoesBackThenPays,

    /// <summary>Pays, and the browser never comes back; opens the pay link again later.</summary>
    LosesTheWayBack,

    /// <summary>Pays, and the browser comes back when the order has ended.</summary>
    ComesBackTooLate,

    /// <summary>Quits at KakaoPay.</summary>
    Quits,

    /// <summary>Never opens the pay link.</summary>
    WalksAway,

    /// <summary>Cancels in the chat before paying.</summary>
    Withdraws,

    /// <summary>Cancels in the chat while the payment is under way.</summary>
    WithdrawsWhilePaying,

    /// <summary>Pays, and cancels the paid order in the chat.</summary>
    PaysThenCancels,
}
