namespace KakaoWorkflow.Payments;

/// <summary>What the PreparePayment step answers; it travels with the execution as <c>$.payment</c>.</summary>
/// <param name="Tid">KakaoPay's transaction.</param>
/// <param name="RedirectPcUrl">Where a PC browser pays.</param>
/// <param name="RedirectMobileUrl">Where a phone pays.</param>
/// <param name="ReadyAt">When it was prepared, by our clock; KakaoPay's 15 minutes are counted from it.</param>
public sealed record PreparedPayment(string Tid, string RedirectPcUrl, string RedirectMobileUrl, DateTimeOffset ReadyAt);
