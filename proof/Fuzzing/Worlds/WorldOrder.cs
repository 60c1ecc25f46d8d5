using System.Text.Json.Nodes;

namespace KakaoWorkflow.Proof.Fuzzing.Worlds;

/// <summary>A member and the order that the member has, if any.</summary>
/// <param name="Name">How far the order is.</param>
/// <param name="UserKey">The chat user.</param>
/// <param name="Phone">The phone number, digits only.</param>
/// <param name="OrderId">The number of the order or sheet; empty when there is none.</param>
internal sealed record WorldOrder(string Name, string UserKey, string Phone, string OrderId)
{
    /// <summary>What the Quote step answered; null before it.</summary>
    public JsonObject? Quote { get; init; }

    /// <summary>What the PreparePayment step answered; null before it.</summary>
    public JsonObject? Payment { get; init; }

    /// <summary>KakaoPay's status of the payment: what an inquiry genuinely answers.</summary>
    public string PaymentStatus { get; init; } = "READY";

    /// <summary>KakaoPay's transaction; empty when there is none.</summary>
    public string Tid => (string?)Payment?["tid"] ?? "";

    /// <summary>The member's id.</summary>
    public string MemberId => (string?)Quote?["memberId"] ?? "";

    /// <summary>What KakaoPay is to collect.</summary>
    public long AmountDueWon => (long?)Quote?["amountDueWon"] ?? 0;
}
