namespace KakaoWorkflow.Local.KakaoPay.Payments;

/// <summary>A page of the ledger.</summary>
/// <param name="Payments">At most <see cref="PaymentLedger.MaxPageSize"/> entries.</param>
/// <param name="Next">What to ask for next (<c>after</c>); null when this page is the last.</param>
internal sealed record PaymentPage(IReadOnlyList<PaymentEntry> Payments, long? Next);
