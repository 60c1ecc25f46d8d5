using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Payments;

/// <summary>A payment to prepare.</summary>
public sealed record PaymentRequest
{
    /// <summary>The order, which the gateway shows again in each of its answers.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The customer; no personal data.</summary>
    public required string MemberId { get; init; }

    /// <summary>What the customer reads at the gateway. A gateway cuts what is too long for it.</summary>
    public required string ItemName { get; init; }

    /// <summary>How many pieces, at least 1.</summary>
    public required int Quantity { get; init; }

    /// <summary>What the customer pays, VAT included, in won; at least 1.</summary>
    public required long AmountWon { get; init; }

    /// <summary>Where the browser goes once the customer has agreed, with the <see cref="PgToken"/> added.</summary>
    public required Uri ApprovedUrl { get; init; }

    /// <summary>Where the browser goes when the customer quits.</summary>
    public required Uri CancelledUrl { get; init; }

    /// <summary>Where the browser goes when paying fails or takes too long.</summary>
    public required Uri FailedUrl { get; init; }
}
