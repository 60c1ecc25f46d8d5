using System.Text.Json.Serialization;

namespace KakaoWorkflow.KakaoPay;

/// <summary>A prepared payment. Nothing is paid, and nothing needs to be cancelled if nobody pays.</summary>
public sealed record ReadyResponse : IKakaoPayAnswer
{
    /// <summary>
    /// The transaction id, 20 characters. Store it before the customer is sent on: no redirect carries it, and nothing
    /// else finds the payment again.
    /// </summary>
    public required string Tid { get; init; }

    /// <summary>Where a phone's browser goes.</summary>
    [JsonPropertyName("next_redirect_mobile_url")]
    public required Uri MobileUrl { get; init; }

    /// <summary>Where a PC's browser goes.</summary>
    [JsonPropertyName("next_redirect_pc_url")]
    public required Uri PcUrl { get; init; }

    /// <summary>Where a shop's own app sends its web view, or null.</summary>
    [JsonPropertyName("next_redirect_app_url")]
    public Uri? AppUrl { get; init; }

    /// <summary>When KakaoPay prepared it, by its own clock, or null. The 15 minutes are counted by ours.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    string? IKakaoPayAnswer.WrongField()
    {
        if (!AnswerField.IsId(Tid, KakaoPayLimits.TidLength))
            return "tid";
        if (!AnswerField.IsPage(MobileUrl))
            return "next_redirect_mobile_url";
        return AnswerField.IsPage(PcUrl) ? null : "next_redirect_pc_url";
    }
}
