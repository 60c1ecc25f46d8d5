namespace KakaoWorkflow.Refunds;

/// <summary>What one refund moves.</summary>
/// <param name="CashWon">What goes back in money, by KakaoPay or by hand.</param>
/// <param name="Points">The spent points that go back.</param>
/// <param name="EarnedPoints">The earned points that are taken back.</param>
public sealed record RefundParts(long CashWon, long Points, long EarnedPoints);
