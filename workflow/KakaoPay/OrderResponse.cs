using System.Text.Json.Serialization;

namespace KakaoWorkflow.KakaoPay;

/// <summary>What KakaoPay knows of a transaction: the answer that decides where any other is in doubt.</summary>
public sealed record OrderResponse : IKakaoPayAnswer
{
    /// <summary>The transaction id; the client has checked that it is the one asked for.</summary>
    public required string Tid { get; init; }

    /// <summary>Where the payment stands; see <see cref="PaymentStatus.State"/>.</summary>
    public required PaymentStatus Status { get; init; }

    /// <summary>The shop's order id.</summary>
    public required string PartnerOrderId { get; init; }

    /// <summary>The shop's customer id.</summary>
    public required string PartnerUserId { get; init; }

    /// <summary>
    /// The payment's amount: what was asked for while it is pending, what was captured once it is paid.
    /// </summary>
    public required PaymentAmount Amount { get; init; }

    /// <summary>The sum of all cancels so far, or null where KakaoPay leaves it out.</summary>
    public PaymentAmount? CanceledAmount { get; init; }

    /// <summary>What can still be cancelled, or null where KakaoPay leaves it out.</summary>
    public PaymentAmount? CancelAvailableAmount { get; init; }

    /// <summary>When the payment was prepared, by KakaoPay's clock, or null.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the money was captured, by KakaoPay's clock; null while it was not.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>When it was last cancelled, by KakaoPay's clock; null where it was not.</summary>
    public DateTimeOffset? CanceledAt { get; init; }

    /// <summary><c>CARD</c> or <c>MONEY</c>, or null, above all while pending.</summary>
    public string? PaymentMethodType { get; init; }

    /// <summary>Each capture and cancel, oldest first; null where KakaoPay leaves the list out.</summary>
    [JsonPropertyName("payment_action_details")]
    public IReadOnlyList<PaymentAction>? Actions { get; init; }

    string? IKakaoPayAnswer.WrongField()
    {
        if (!AnswerField.IsId(Status.Name, KakaoPayLimits.AnswerTextLength))
            return "status";
        if (!AnswerField.IsAmount(Amount))
            return "amount";
        if (!AnswerField.IsAmount(CanceledAmount))
            return "canceled_amount";
        if (!AnswerField.IsAmount(CancelAvailableAmount))
            return "cancel_available_amount";
        // A list may hold null, whatever its type says.
        return Actions?.All(action => action is not null && AnswerField.IsId(action.Aid, KakaoPayLimits.AnswerTextLength)) == false
            ? "payment_action_details"
            : null;
    }
}
