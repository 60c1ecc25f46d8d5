using KakaoWorkflow.KakaoPay;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Pricing;
using KakaoWorkflow.Reconciling;

namespace KakaoWorkflow.Lambdas.Kit;

/// <summary>
/// The numbers that a café may choose, each with what holds without a choice and how far it may go. The template has a parameter for
/// those that a café changes; the others are for whoever runs it. What is out of its range keeps the function from starting.
/// </summary>
internal static class Settings
{
    private static readonly List<Setting> Known = [];

    public static readonly Setting KakaoPayTimeoutSeconds = Of("KAKAOPAY_TIMEOUT_SECONDS", 15, 1, KakaoPayOptions.MaxTimeoutSeconds);

    /// <summary>At most a day: longer than any café makes an order wait.</summary>
    public static readonly Setting CustomerCancelMinutes = Of("CUSTOMER_CANCEL_MINUTES", 30, 0, 1_440);

    public static readonly Setting MaxQuantity = Of("MAX_QUANTITY_PER_LINE", 20, 1, 1_000);
    public static readonly Setting MaxLines = Of("MAX_LINES_PER_ORDER", 10, 1, 20);
    public static readonly Setting EarnPercent = Of("POINTS_EARN_PERCENT", 10, 0, 100);

    /// <summary>1 where an order that spends points earns some, too.</summary>
    public static readonly Setting EarnWhenSpending = Of("POINTS_EARN_WHEN_SPENDING", 0, 0, 1);

    /// <summary>At most an hour: what is sold out or dearer by then, the quote would refuse only after the customer's tap.</summary>
    public static readonly Setting SheetLifetimeMinutes = Of("SHEET_LIFETIME_MINUTES", 10, 1, 60);

    public static readonly Setting MinPaymentWon = Of("MIN_PAYMENT_WON", 100, 1, 10_000);
    public static readonly Setting MaxPaymentWon = Of("MAX_PAYMENT_WON", 2_000_000, 10_000, PaymentLimits.AmountWon);

    public static readonly Setting CallbackPatienceSeconds = Of("RECONCILE_CALLBACK_PATIENCE_SECONDS", 60, 10, 600);

    /// <summary>Longer than all the looks of <see cref="KakaoWorkflow.Paying.SettleCallback.LookAgainAfter"/>.</summary>
    public static readonly Setting HintPatienceSeconds = Of("RECONCILE_HINT_PATIENCE_SECONDS", 180, 120, 900);

    public static readonly Setting PreparationPatienceSeconds = Of("RECONCILE_PREPARATION_PATIENCE_SECONDS", 300, 60, 3_600);

    /// <summary>Longer than KakaoPay takes an approval.</summary>
    public static readonly Setting PaymentPatienceSeconds = Of("RECONCILE_PAYMENT_PATIENCE_SECONDS", 1_200, 1_020, 7_200);

    public static readonly Setting AnnouncePatienceSeconds = Of("RECONCILE_ANNOUNCE_PATIENCE_SECONDS", 120, 30, 3_600);
    public static readonly Setting RefundPatienceSeconds = Of("RECONCILE_REFUND_PATIENCE_SECONDS", 60, 10, 3_600);
    public static readonly Setting ResumePatienceSeconds = Of("RECONCILE_RESUME_PATIENCE_SECONDS", 60, 10, 3_600);

    /// <summary>Longer than any function that an execution calls may run.</summary>
    public static readonly Setting ExecutionGraceSeconds = Of("RECONCILE_EXECUTION_GRACE_SECONDS", 120, 60, 3_600);

    public static readonly Setting MaxOrders = Of("RECONCILE_MAX_ORDERS", 100, 1, 1_000);

    /// <summary>At most what leaves the last order of a run its time.</summary>
    public static readonly Setting MaxDurationSeconds = Of("RECONCILE_MAX_DURATION_SECONDS", 40, 1, 40);

    public static IReadOnlyList<Setting> All => Known;

    public static PricingRules Pricing(FunctionEnvironment environment) => new()
    {
        MaxQuantity = MaxQuantity.Read(environment),
        MaxLines = MaxLines.Read(environment),
        MinPaymentWon = MinPaymentWon.Read(environment),
        MaxPaymentWon = MaxPaymentWon.Read(environment),
        EarnPercent = EarnPercent.Read(environment),
        EarnWhenSpending = EarnWhenSpending.Read(environment) == 1,
        SheetLifetime = SheetLifetimeMinutes.ReadMinutes(environment),
    };

    public static ReconcileRules Reconciling(FunctionEnvironment environment) => new()
    {
        CallbackPatience = CallbackPatienceSeconds.ReadSeconds(environment),
        HintPatience = HintPatienceSeconds.ReadSeconds(environment),
        PreparationPatience = PreparationPatienceSeconds.ReadSeconds(environment),
        PaymentPatience = PaymentPatienceSeconds.ReadSeconds(environment),
        AnnouncePatience = AnnouncePatienceSeconds.ReadSeconds(environment),
        RefundPatience = RefundPatienceSeconds.ReadSeconds(environment),
        ResumePatience = ResumePatienceSeconds.ReadSeconds(environment),
        ExecutionGrace = ExecutionGraceSeconds.ReadSeconds(environment),
        MaxOrders = MaxOrders.Read(environment),
        MaxDuration = MaxDurationSeconds.ReadSeconds(environment),
    };

    private static Setting Of(string variable, int defaultValue, int min, int max)
    {
        var setting = new Setting(variable, defaultValue, min, max);
        Known.Add(setting);
        return setting;
    }
}
