using System.Text.Json.Serialization;

namespace KakaoWorkflow.KakaoPay;

/// <summary>A payment to prepare (<c>POST /online/v1/payment/ready</c>).</summary>
public sealed record ReadyRequest : KakaoPayRequest
{
    /// <summary>The shop's order id, at most 100 characters. KakaoPay does not check it for duplicates.</summary>
    public required string PartnerOrderId { get; init; }

    /// <summary>
    /// The shop's customer id, at most 100 characters. It must not be personal data: no name, phone number or e-mail
    /// address.
    /// </summary>
    public required string PartnerUserId { get; init; }

    /// <summary>What the customer reads in KakaoPay, at most 100 characters.</summary>
    public required string ItemName { get; init; }

    /// <summary>The shop's item code, at most 100 characters, or null.</summary>
    public string? ItemCode { get; init; }

    /// <summary>The number of items, at least 1.</summary>
    public required int Quantity { get; init; }

    /// <summary>What the customer pays, VAT included, in won; at least 1.</summary>
    [JsonPropertyName("total_amount")]
    public required long TotalWon { get; init; }

    /// <summary>The part of the total that is free of VAT, in won; 0 when all is taxed.</summary>
    [JsonPropertyName("tax_free_amount")]
    public required long TaxFreeWon { get; init; }

    /// <summary>The VAT in the total, in won; null lets KakaoPay take a rounded eleventh of the taxed part.</summary>
    [JsonPropertyName("vat_amount")]
    public long? VatWon { get; init; }

    /// <summary>The cup deposit in the total, in won, or null. With one, KakaoPay allows no partial cancel.</summary>
    [JsonPropertyName("green_deposit")]
    public long? GreenDepositWon { get; init; }

    /// <summary>
    /// Where the browser goes with <c>pg_token</c> added; at most 255 characters, its domain registered with KakaoPay.
    /// </summary>
    public required Uri ApprovalUrl { get; init; }

    /// <summary>Where the browser goes when the customer quits; the same rules.</summary>
    public required Uri CancelUrl { get; init; }

    /// <summary>Where the browser goes when the payment fails or expires; the same rules.</summary>
    public required Uri FailUrl { get; init; }

    /// <summary><c>CARD</c> or <c>MONEY</c> to allow only that; null allows both.</summary>
    public string? PaymentMethodType { get; init; }

    /// <summary>Months of the instalment plan, 0 to 12; null lets the customer choose.</summary>
    public int? InstallMonth { get; init; }

    internal override void Validate()
    {
        FieldCheck.Text(PartnerOrderId, "partner_order_id", KakaoPayLimits.TextLength);
        FieldCheck.Text(PartnerUserId, "partner_user_id", KakaoPayLimits.TextLength);
        FieldCheck.Text(ItemName, "item_name", KakaoPayLimits.TextLength);
        FieldCheck.OptionalText(ItemCode, "item_code", KakaoPayLimits.TextLength);
        FieldCheck.Range(Quantity, "quantity", 1, int.MaxValue);
        FieldCheck.Range(TotalWon, "total_amount", 1, KakaoPayLimits.AmountWon);
        FieldCheck.Range(TaxFreeWon, "tax_free_amount", 0, TotalWon);
        FieldCheck.Range(VatWon, "vat_amount", 0, TotalWon - TaxFreeWon);
        FieldCheck.Range(GreenDepositWon, "green_deposit", 0, TotalWon);
        FieldCheck.Url(ApprovalUrl, "approval_url");
        FieldCheck.Url(CancelUrl, "cancel_url");
        FieldCheck.Url(FailUrl, "fail_url");
        if (PaymentMethodType is not (null or "CARD" or "MONEY"))
            throw new ArgumentException("payment_method_type must be CARD or MONEY.", "payment_method_type");
        FieldCheck.Range(InstallMonth, "install_month", 0, KakaoPayLimits.InstallMonths);
    }
}
