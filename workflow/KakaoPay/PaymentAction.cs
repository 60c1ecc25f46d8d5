using System.Text.Json.Serialization;

namespace KakaoWorkflow.KakaoPay;

/// <summary>One capture or cancel in the history that an inquiry answers.</summary>
public sealed record PaymentAction
{
    /// <summary>The <see cref="Type"/> of a capture.</summary>
    public const string Payment = "PAYMENT";

    /// <summary>The id of the capture or cancel.</summary>
    public required string Aid { get; init; }

    /// <summary><c>PAYMENT</c>, <c>CANCEL</c> or <c>ISSUED_SID</c>.</summary>
    [JsonPropertyName("payment_action_type")]
    public required string Type { get; init; }

    /// <summary>The amount in won, or null: real answers without it have been seen.</summary>
    [JsonPropertyName("amount")]
    public long? Won { get; init; }

    /// <summary>When it happened, by KakaoPay's clock, or null.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>The note that the call carried, or null.</summary>
    public string? Payload { get; init; }
}
