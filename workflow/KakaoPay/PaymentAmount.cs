using System.Text.Json.Serialization;

namespace KakaoWorkflow.KakaoPay;

/// <summary>An amount and its parts, in won. A part that KakaoPay leaves out is 0.</summary>
public sealed record PaymentAmount
{
    /// <summary>The whole amount, VAT, points and discounts included.</summary>
    [JsonPropertyName("total")]
    public required long TotalWon { get; init; }

    /// <summary>The part that is free of VAT.</summary>
    [JsonPropertyName("tax_free")]
    public long TaxFreeWon { get; init; }

    /// <summary>The VAT.</summary>
    [JsonPropertyName("vat")]
    public long VatWon { get; init; }

    /// <summary>
    /// The part that the customer paid with KakaoPay's own points, which have nothing to do with the café's.
    /// </summary>
    [JsonPropertyName("point")]
    public long KakaoPayPointWon { get; init; }

    /// <summary>The part that KakaoPay took off.</summary>
    [JsonPropertyName("discount")]
    public long DiscountWon { get; init; }

    /// <summary>The cup deposit.</summary>
    [JsonPropertyName("green_deposit")]
    public long GreenDepositWon { get; init; }
}
