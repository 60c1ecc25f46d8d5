using KakaoWorkflow.Orders;
using KakaoWorkflow.Payments;

namespace KakaoWorkflow.Reconciling;

/// <summary>From what age on the reconciler looks at an order.</summary>
public sealed record ReconcileRules
{
    /// <summary>How long a parked callback or a withdrawal may wait before its message is sent again.</summary>
    public TimeSpan CallbackPatience { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a parked cancel or fail redirect may wait; longer than all the looks of <see cref="Paying.SettleCallback.LookAgainAfter"/>.</summary>
    public TimeSpan HintPatience { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How long an order may be quoted or reserved; both take seconds.</summary>
    public TimeSpan PreparationPatience { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an order may await its payment; KakaoPay gives 15 minutes.</summary>
    public TimeSpan PaymentPatience { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>How long the announcement of a paid order may take.</summary>
    public TimeSpan AnnouncePatience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a refund may be under way.</summary>
    public TimeSpan RefundPatience { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a resume that is written down may take before the reconciler finishes it.</summary>
    public TimeSpan ResumePatience { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long after an execution has ended a function that it called may still be running; the longest time-out of those is 55 s.</summary>
    public TimeSpan ExecutionGrace { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The most orders of the index that one run looks at, and the most of open matters besides.</summary>
    public int MaxOrders { get; init; } = 100;

    /// <summary>How long one run goes on to look at further orders.</summary>
    public TimeSpan MaxDuration { get; init; } = TimeSpan.FromSeconds(40);

    /// <summary>The parts of the index in the order in which they are walked, and how old an order must be there.</summary>
    internal IReadOnlyList<(string Mark, TimeSpan Age)> Walk =>
    [
        (OpenMark.Refunding, RefundPatience),
        (OpenMark.Unannounced, AnnouncePatience),
        (OrderStatus.AwaitingPayment, CallbackPatience),
        (OpenMark.MoneyUnchecked, PaymentTerms.ApprovalWindow + PaymentTerms.Grace),
        (OrderStatus.Quoted, PreparationPatience),
        (OrderStatus.Reserved, PreparationPatience),
        (OrderStatus.Review, TimeSpan.Zero),
    ];
    /// <summary>How old a mark must be on the order's own record; zero where nobody walks by it.</summary>
    /// <param name="mark">A status, or one of <see cref="OpenMark"/>; null when the order is not in the index.</param>
    internal TimeSpan AgeOf(string? mark) => Walk.FirstOrDefault(part => part.Mark == mark).Age;
}
