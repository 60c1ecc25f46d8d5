using System.Text.Json.Serialization;

namespace KakaoWorkflow.KakaoPay;

/// <summary>Money to give back, all of it or a part (<c>POST /online/v1/payment/cancel</c>).</summary>
public sealed record CancelRequest : KakaoPayRequest
{
    /// <summary>The transaction id that <c>ready</c> answered.</summary>
    public required string Tid { get; init; }

    /// <summary>What to give back, VAT included, in won; at least 1.</summary>
    [JsonPropertyName("cancel_amount")]
    public required long CancelWon { get; init; }

    /// <summary>The part of it that is free of VAT, in won.</summary>
    [JsonPropertyName("cancel_tax_free_amount")]
    public required long CancelTaxFreeWon { get; init; }

    /// <summary>
    /// The VAT in it, in won; null, as every caller leaves it, lets KakaoPay reckon: an eleventh of the taxed part, rounded half up. A
    /// shop that sends its own figure is refused when it is another one, by a won too. When a payment is cancelled in parts, the last
    /// part has whatever VAT is left.
    /// </summary>
    [JsonPropertyName("cancel_vat_amount")]
    public long? CancelVatWon { get; init; }

    /// <summary>
    /// What can still be cancelled before this cancel, as an inquiry has just told. KakaoPay refuses when its own
    /// balance differs, so a repeat of a partial cancel whose answer was lost gives nothing back twice. Null leaves the
    /// guard out.
    /// </summary>
    [JsonPropertyName("cancel_available_amount")]
    public long? CancelAvailableWon { get; init; }

    /// <summary>A note that KakaoPay repeats in its answers, at most 200 characters, or null.</summary>
    public string? Payload { get; init; }

    internal override void Validate()
    {
        FieldCheck.Text(Tid, "tid", KakaoPayLimits.TidLength);
        FieldCheck.Range(CancelWon, "cancel_amount", 1, KakaoPayLimits.AmountWon);
        FieldCheck.Range(CancelTaxFreeWon, "cancel_tax_free_amount", 0, CancelWon);
        FieldCheck.Range(CancelVatWon, "cancel_vat_amount", 0, CancelWon - CancelTaxFreeWon);
        FieldCheck.Range(CancelAvailableWon, "cancel_available_amount", CancelWon, KakaoPayLimits.AmountWon);
        FieldCheck.OptionalText(Payload, "payload", KakaoPayLimits.PayloadLength);
    }
}
