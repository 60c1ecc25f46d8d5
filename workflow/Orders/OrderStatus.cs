namespace KakaoWorkflow.Orders;

/// <summary>Where an order stands; the names are the ones in the table, in logs and on the order board.</summary>
public static class OrderStatus
{
    /// <summary>Priced; no points held yet.</summary>
    public const string Quoted = "QUOTED";

    /// <summary>Points are held (or none are needed); the payment is being prepared.</summary>
    public const string Reserved = "RESERVED";

    /// <summary>The pay link works; the execution waits for KakaoPay's callback or handles it.</summary>
    public const string AwaitingPayment = "AWAITING_PAYMENT";

    /// <summary>A step failed for good; a person decides.</summary>
    public const string Review = "REVIEW";

    /// <summary>Committed: money captured once, points burned and earned once.</summary>
    public const string Paid = "PAID";

    /// <summary>Refused at the quote or for lack of points; nothing was ever held.</summary>
    public const string Rejected = "REJECTED";

    /// <summary>The customer quit or withdrew; points are back.</summary>
    public const string Cancelled = "CANCELLED";

    /// <summary>Nobody paid in time; points are back.</summary>
    public const string Expired = "EXPIRED";

    /// <summary>The payment was refused; points are back.</summary>
    public const string Declined = "DECLINED";

    /// <summary>What was captured, if anything, is given back in full; points are back.</summary>
    public const string Refunded = "REFUNDED";

    /// <summary>The statuses that ReleasePoints may end an order with.</summary>
    public static IReadOnlyList<string> ReleasedEndings { get; } = [Cancelled, Expired, Declined, Refunded];

    /// <summary>The statuses of an order that still moves.</summary>
    public static IReadOnlyList<string> Open { get; } = [Quoted, Reserved, AwaitingPayment, Review];

    /// <summary>Whether the order still moves. An order that has ended never changes its status again, except by a refund.</summary>
    public static bool IsOpen(string status) => Open.Contains(status);
}
