using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Callbacks;

/// <summary>
/// What an order's execution is to hear of: the one place that decides it. A withdrawal stands above an approval, since nothing is captured
/// after it, and an approval above a cancel or fail redirect, which proves nothing.
/// </summary>
/// <param name="Kind">One of <see cref="CallbackKind"/>.</param>
/// <param name="Since">When it was parked.</param>
public sealed record DueCallback(string Kind, DateTimeOffset Since)
{
    /// <summary>Whether it is a cancel or fail redirect.</summary>
    public bool IsHint => Kind is CallbackKind.Cancelled or CallbackKind.Failed;

    /// <summary>What is due of an order; null when nothing has come yet.</summary>
    public static DueCallback? Of(Order order) => order switch
    {
        { WithdrawnAt: { } at } => new(CallbackKind.Withdrawn, at),
        { PgToken: not null } => new(CallbackKind.Approved, order.CallbackAt ?? order.StatusSince),
        { CallbackKind: CallbackKind.Cancelled or CallbackKind.Failed } => new(order.CallbackKind, order.CallbackAt ?? order.StatusSince),
        _ => null,
    };
}
