namespace KakaoWorkflow.KakaoPay;

/// <summary>A payment that went through. The answer has no status: that it came is the status.</summary>
public sealed record ApproveResponse : IKakaoPayAnswer
{
    /// <summary>The id of this capture.</summary>
    public required string Aid { get; init; }

    /// <summary>The transaction id; the client has checked that it is the one asked for.</summary>
    public required string Tid { get; init; }

    /// <summary>The shop's order id; the client has checked that it is the one asked for.</summary>
    public required string PartnerOrderId { get; init; }

    /// <summary>The shop's customer id.</summary>
    public required string PartnerUserId { get; init; }

    /// <summary>What was captured. Compare its total with the order's.</summary>
    public required PaymentAmount Amount { get; init; }

    /// <summary>When the money was captured, by KakaoPay's clock.</summary>
    public required DateTimeOffset ApprovedAt { get; init; }

    /// <summary>When the payment was prepared, by KakaoPay's clock, or null.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary><c>CARD</c> or <c>MONEY</c>, or null.</summary>
    public string? PaymentMethodType { get; init; }

    /// <summary>The note that <c>approve</c> was sent with, or null.</summary>
    public string? Payload { get; init; }

    string? IKakaoPayAnswer.WrongField()
    {
        if (!AnswerField.IsId(Aid, KakaoPayLimits.AnswerTextLength))
            return "aid";
        return AnswerField.IsAmount(Amount) ? null : "amount";
    }
}
