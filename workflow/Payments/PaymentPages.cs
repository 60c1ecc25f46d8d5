namespace KakaoWorkflow.Payments;

/// <summary>A prepared payment, and where the customer pays it.</summary>
/// <param name="Reference">
/// What it is known by. Store it before the customer is sent on: no redirect carries it, and nothing else finds the payment again.
/// </param>
/// <param name="PcUrl">Where a PC's browser goes.</param>
/// <param name="MobileUrl">Where a phone's browser goes.</param>
public sealed record PaymentPages(PaymentReference Reference, Uri PcUrl, Uri MobileUrl);
