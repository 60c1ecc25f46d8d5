namespace KakaoWorkflow.Refunds;

/// <summary>Why a refund is refused.</summary>
public enum RefundRefusal
{
    /// <summary>The order was never paid, or ended without a sale.</summary>
    NotPaid,

    /// <summary>The café has begun, so the customer cannot cancel any more.</summary>
    AlreadyBegun,

    /// <summary>It was paid too long ago for the customer to cancel it.</summary>
    TooLate,

    /// <summary>The order has no such line.</summary>
    NoSuchLine,

    /// <summary>The line has fewer than the asked quantity.</summary>
    TooMany,

    /// <summary>The order has had <see cref="RequestRefund.MaxRefunds"/> refunds.</summary>
    TooOften,
}
