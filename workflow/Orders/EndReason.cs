namespace KakaoWorkflow.Orders;

/// <summary>
/// Why an order ended without a sale, more exactly than its status says; the names are the ones in the table and in the state
/// machine. What a customer is told depends on it.
/// </summary>
public static class EndReason
{
    /// <summary>KakaoPay could not be reached, is under maintenance, or takes nothing from this café: the customer can do nothing about it. DECLINED.</summary>
    public const string PaymentUnavailable = "PAYMENT_UNAVAILABLE";

    /// <summary>KakaoPay refused to prepare this payment; the customer has not met KakaoPay at all. DECLINED.</summary>
    public const string PaymentRefused = "PAYMENT_REFUSED";

    /// <summary>The customer did not pass KakaoPay's authentication. DECLINED.</summary>
    public const string PaymentFailed = "PAYMENT_FAILED";

    /// <summary>KakaoPay took nothing when the payment was approved: the means of payment was refused. DECLINED.</summary>
    public const string PaymentDeclined = "PAYMENT_DECLINED";

    /// <summary>The customer quit at KakaoPay's page. CANCELLED.</summary>
    public const string PaymentQuit = "PAYMENT_QUIT";

    /// <summary>The customer withdrew the order in the chat. CANCELLED.</summary>
    public const string Withdrawn = "WITHDRAWN";

    /// <summary>Nothing was captured in KakaoPay's time, or a person said so of a payment in doubt. EXPIRED.</summary>
    public const string TimeOver = "TIME_OVER";

    /// <summary>Another amount than the order's was captured and went back. REFUNDED.</summary>
    public const string AmountMismatch = "AMOUNT_MISMATCH";

    /// <summary>The order could not be committed; what was captured went back. REFUNDED, or CANCELLED where nothing was captured.</summary>
    public const string NotCommitted = "NOT_COMMITTED";

    /// <summary>No execution carried it on, so that the reconciler ended it. CANCELLED, EXPIRED, DECLINED or REFUNDED.</summary>
    public const string Abandoned = "ABANDONED";

    /// <summary>A person said what became of its payment. DECLINED or REFUNDED.</summary>
    public const string SettledByHand = "SETTLED_BY_HAND";

    /// <summary>Each reason.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        PaymentUnavailable, PaymentRefused, PaymentFailed, PaymentDeclined, PaymentQuit, Withdrawn, TimeOver, AmountMismatch,
        NotCommitted, Abandoned, SettledByHand,
    ];
}
