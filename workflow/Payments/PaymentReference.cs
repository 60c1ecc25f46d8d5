namespace KakaoWorkflow.Payments;

/// <summary>What a payment is known by at the gateway.</summary>
/// <param name="Tid">Its transaction id.</param>
/// <param name="Cid">
/// The shop's code that it was prepared with; null for the configured one. A payment in flight is asked for, approved and given back
/// under the code of its preparation, whatever is configured by then.
/// </param>
public sealed record PaymentReference(string Tid, string? Cid = null);
