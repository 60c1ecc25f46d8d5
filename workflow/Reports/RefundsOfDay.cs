namespace KakaoWorkflow.Reports;

/// <summary>The refunds that were settled on a day.</summary>
/// <param name="Count">How many.</param>
/// <param name="CashWon">What they gave back in money, by KakaoPay or by hand.</param>
/// <param name="Points">The spent points that they gave back.</param>
/// <param name="TakenBackPoints">The earned points that they took back, debt included.</param>
public sealed record RefundsOfDay(int Count, long CashWon, long Points, long TakenBackPoints);
