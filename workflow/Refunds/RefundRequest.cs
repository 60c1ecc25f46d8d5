using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Refunds;

/// <summary>
/// What somebody wants refunded. It names what is to be so afterwards, not what is to be done: "of line 2, one is refunded in
/// all". So asking twice refunds once.
/// </summary>
/// <param name="OrderId">The order.</param>
/// <param name="By">Who asks; kept on the refund's record.</param>
/// <param name="Why">Why; kept there, too.</param>
public sealed record RefundRequest(OrderId OrderId, string By, string Why)
{
    /// <summary>The name that stands for the customer, who may have back only what the café has not begun.</summary>
    public const string Customer = "customer";

    /// <summary>The longest name or reason that is kept.</summary>
    public const int MaxTextLength = 200;

    /// <summary>The line, counted from 1; null for the whole order.</summary>
    public int? Line { get; init; }

    /// <summary>How many of the line are to be refunded in all, earlier refunds included; null for all of them.</summary>
    public int? Quantity { get; init; }

    /// <summary>Whether only an order that the café has not begun may be refunded.</summary>
    public bool OnlyBeforePreparation { get; init; }

    /// <summary>How long after the payment it may be asked for; null for as long as there is something to refund.</summary>
    public TimeSpan? Within { get; init; }

    /// <summary>The customer's wish: everything, unless the café has begun.</summary>
    public static RefundRequest ByCustomer(OrderId orderId) =>
        new(orderId, Customer, "The customer cancelled the order in the chat.") { OnlyBeforePreparation = true };

    /// <summary>Why a paid order may not be refunded for this wish any more; null when it may be.</summary>
    /// <param name="order">The order as it is.</param>
    /// <param name="now">The time of the wish.</param>
    public RefundRefusal? RefusalFor(Order order, DateTimeOffset now)
    {
        if (OnlyBeforePreparation && order.Preparation is not (null or Preparation.ToMake))
            return RefundRefusal.AlreadyBegun;
        return Within is { } within && order.PaidAt is { } paidAt && now - paidAt > within ? RefundRefusal.TooLate : null;
    }

    /// <summary>Checks what can be checked without the order.</summary>
    /// <exception cref="ArgumentException">
    /// The order is empty, a name or reason is empty or too long, the café calls itself the customer, or line and quantity do
    /// not go together.
    /// </exception>
    public void Validate()
    {
        Check(By, "by");
        if (By == Customer && !OnlyBeforePreparation)
            throw new ArgumentException($"by: '{Customer}' stands for the customer; name the person who asks.", nameof(By));
        Check(Why, "why");
        if (Quantity is not null && Line is null)
            throw new ArgumentException("quantity needs a line.", nameof(Quantity));
        if (Line is < 1)
            throw new ArgumentException("line is counted from 1.", nameof(Line));
        if (Quantity is < 1)
            throw new ArgumentException("quantity must be at least 1.", nameof(Quantity));
    }

    private static void Check(string? text, string name)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxTextLength)
            throw new ArgumentException($"{name} must be a text of 1 to {MaxTextLength} characters.", name);
    }
}
