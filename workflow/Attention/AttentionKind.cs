namespace KakaoWorkflow.Attention;

/// <summary>Why a matter waits for a person; the names are the ones in the table, in metrics, alarms and on the operator's list.</summary>
public static class AttentionKind
{
    /// <summary>A step failed for good and its execution waits. The subject is the order.</summary>
    public const string OrderInReview = "ORDER_IN_REVIEW";

    /// <summary>It has not been known for long whether a payment was captured. The subject is the order.</summary>
    public const string PaymentInDoubt = "PAYMENT_IN_DOUBT";

    /// <summary>Money is to go back, and KakaoPay does not take the cancel. The subject is the order.</summary>
    public const string RefundStuck = "REFUND_STUCK";

    /// <summary>KakaoPay gave back another sum than the order's refunds explain. The subject is the order.</summary>
    public const string RefundMismatch = "REFUND_MISMATCH";

    /// <summary>The reconciler cannot repair the order. The subject is the order.</summary>
    public const string OrderStuck = "ORDER_STUCK";

    /// <summary>KakaoPay refuses whatever is sent: the key, the merchant or the address is not set up. The subject is <see cref="KakaoPay"/>.</summary>
    public const string KakaoPaySetUp = "KAKAOPAY_SET_UP";

    /// <summary>The books of a day disagree, or were not all looked at. The subject is the day.</summary>
    public const string ReportUnclean = "REPORT_UNCLEAN";

    /// <summary>The reconciler itself fails, so that nothing is repaired. The subject is <see cref="Reconciler"/>.</summary>
    public const string ReconcilerFailed = "RECONCILER_FAILED";

    /// <summary>The subject of <see cref="ReconcilerFailed"/>.</summary>
    public const string Reconciler = "RECONCILER";

    /// <summary>The subject of <see cref="KakaoPaySetUp"/>.</summary>
    public const string KakaoPay = "KAKAOPAY";

    /// <summary>Each kind, in the order in which a person should look.</summary>
    public static IReadOnlyList<string> All { get; } =
        [KakaoPaySetUp, ReconcilerFailed, OrderInReview, RefundStuck, RefundMismatch, PaymentInDoubt, OrderStuck, ReportUnclean];
}
