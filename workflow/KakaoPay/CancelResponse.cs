namespace KakaoWorkflow.KakaoPay;

/// <summary>A cancel that went through.</summary>
public sealed record CancelResponse : IKakaoPayAnswer
{
    /// <summary>The id of this cancel.</summary>
    public required string Aid { get; init; }

    /// <summary>The transaction id; the client has checked that it is the one asked for.</summary>
    public required string Tid { get; init; }

    /// <summary><see cref="PaymentStatus.PartCancelPayment"/> or <see cref="PaymentStatus.CancelPayment"/>.</summary>
    public required PaymentStatus Status { get; init; }

    /// <summary>What this call gave back.</summary>
    public required PaymentAmount ApprovedCancelAmount { get; init; }

    /// <summary>The sum of all cancels so far, this one included.</summary>
    public required PaymentAmount CanceledAmount { get; init; }

    /// <summary>What can still be cancelled.</summary>
    public required PaymentAmount CancelAvailableAmount { get; init; }

    /// <summary>When it was cancelled, by KakaoPay's clock, or null.</summary>
    public DateTimeOffset? CanceledAt { get; init; }

    /// <summary>The note that <c>cancel</c> was sent with, or null.</summary>
    public string? Payload { get; init; }

    string? IKakaoPayAnswer.WrongField()
    {
        if (!AnswerField.IsId(Aid, KakaoPayLimits.AnswerTextLength))
            return "aid";
        if (!AnswerField.IsId(Status.Name, KakaoPayLimits.AnswerTextLength))
            return "status";
        if (!AnswerField.IsAmount(ApprovedCancelAmount))
            return "approved_cancel_amount";
        if (!AnswerField.IsAmount(CanceledAmount))
            return "canceled_amount";
        return AnswerField.IsAmount(CancelAvailableAmount) ? null : "cancel_available_amount";
    }
}
