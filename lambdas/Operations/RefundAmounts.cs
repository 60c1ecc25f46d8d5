namespace KakaoWorkflow.Lambdas.Operations;

/// <summary>What refunds move.</summary>
/// <param name="RefundedWon">What goes back in money, by KakaoPay or by hand.</param>
/// <param name="RefundedPoints">The spent points that go back.</param>
/// <param name="TakenBackPoints">The earned points that are taken back.</param>
internal sealed record RefundAmounts(long RefundedWon, long RefundedPoints, long TakenBackPoints)
{
    public static RefundAmounts operator -(RefundAmounts all, RefundAmounts earlier) => new(
        all.RefundedWon - earlier.RefundedWon, all.RefundedPoints - earlier.RefundedPoints, all.TakenBackPoints - earlier.TakenBackPoints);

    public static RefundAmounts operator +(RefundAmounts earlier, RefundAmounts more) => new(
        earlier.RefundedWon + more.RefundedWon, earlier.RefundedPoints + more.RefundedPoints, earlier.TakenBackPoints + more.TakenBackPoints);
}
