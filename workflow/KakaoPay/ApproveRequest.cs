using System.Text.Json.Serialization;
using KakaoWorkflow.Payments;

namespace KakaoWorkflow.KakaoPay;

/// <summary>The call that takes the money (<c>POST /online/v1/payment/approve</c>).</summary>
public sealed record ApproveRequest : KakaoPayRequest
{
    /// <summary>The transaction id that <c>ready</c> answered.</summary>
    public required string Tid { get; init; }

    /// <summary>As sent to <c>ready</c>; anything else is refused with -706.</summary>
    public required string PartnerOrderId { get; init; }

    /// <summary>As sent to <c>ready</c>; anything else is refused with -707.</summary>
    public required string PartnerUserId { get; init; }

    /// <summary>The token that the approval redirect carried.</summary>
    public required PgToken PgToken { get; init; }

    /// <summary>The amount in won, which must equal that of <c>ready</c>; null leaves the comparison out.</summary>
    [JsonPropertyName("total_amount")]
    public long? TotalWon { get; init; }

    /// <summary>A note that KakaoPay repeats in its answers, at most 200 characters, or null.</summary>
    public string? Payload { get; init; }

    internal override void Validate()
    {
        FieldCheck.Text(Tid, "tid", KakaoPayLimits.TidLength);
        FieldCheck.Text(PartnerOrderId, "partner_order_id", KakaoPayLimits.TextLength);
        FieldCheck.Text(PartnerUserId, "partner_user_id", KakaoPayLimits.TextLength);
        if (!PgToken.IsSet)
            throw new ArgumentException("pg_token is empty.", "pg_token");
        FieldCheck.Range(TotalWon, "total_amount", 1, KakaoPayLimits.AmountWon);
        FieldCheck.OptionalText(Payload, "payload", KakaoPayLimits.PayloadLength);
    }
}
