namespace KakaoWorkflow.Refunds;

/// <summary>
/// The rule by which a refund is split, written as a running total: of goods worth G that have been refunded so far, out of an
/// order worth T, <c>⌊P·G / T⌋</c> of its P spent points have gone back, the rest of G in cash, and <c>⌊E·G / T⌋</c> of its
/// E earned points have been taken back. One refund is the difference between two such totals. So whatever the parts are
/// and in whichever order they come, nothing is negative, no won or point appears or vanishes, and the last refund
/// brings every total to exactly what the order had.
/// </summary>
public static class RefundSplit
{
    /// <summary>The parts of the refund that raises the refunded goods from one worth to another.</summary>
    /// <param name="totalWon">What the order's lines are worth; 0 when all of them are free.</param>
    /// <param name="pointsUsed">The points that paid for a part of it, 0 to the total.</param>
    /// <param name="earnedPoints">The points that it earned, 0 to the total.</param>
    /// <param name="beforeWon">The worth of the goods refunded before.</param>
    /// <param name="afterWon">The worth of the goods refunded with this refund; from <paramref name="beforeWon"/> to the total.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static RefundParts Between(long totalWon, long pointsUsed, long earnedPoints, long beforeWon, long afterWon)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(totalWon);
        InRange(pointsUsed, 0, totalWon, nameof(pointsUsed));
        InRange(earnedPoints, 0, totalWon, nameof(earnedPoints));
        InRange(beforeWon, 0, totalWon, nameof(beforeWon));
        InRange(afterWon, beforeWon, totalWon, nameof(afterWon));

        var points = Share(pointsUsed, afterWon, totalWon) - Share(pointsUsed, beforeWon, totalWon);
        return new RefundParts(
            afterWon - beforeWon - points,
            points,
            Share(earnedPoints, afterWon, totalWon) - Share(earnedPoints, beforeWon, totalWon));
    }

    private static long Share(long whole, long partWon, long totalWon) =>
        partWon == totalWon ? whole : (long)((Int128)whole * partWon / totalWon);

    private static void InRange(long value, long min, long max, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, min, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, max, name);
    }
}
