namespace KakaoWorkflow.Pricing;

/// <summary>The café's settings for prices and points.</summary>
public sealed record PricingRules
{
    /// <summary>The largest quantity of one line.</summary>
    public int MaxQuantity { get; init; } = 20;

    /// <summary>The most lines of one order.</summary>
    public int MaxLines { get; init; } = 10;

    /// <summary>The smallest amount that KakaoPay collects; an amount due between 0 and this is refused with advice.</summary>
    public long MinPaymentWon { get; init; } = 100;

    /// <summary>The largest amount that KakaoPay collects at once.</summary>
    public long MaxPaymentWon { get; init; } = 2_000_000;

    /// <summary>How many percent of the total are earned as points, rounded down.</summary>
    public int EarnPercent { get; init; } = 10;

    /// <summary>Whether an order that spends points earns any. The café's original rule is no.</summary>
    public bool EarnWhenSpending { get; init; }

    /// <summary>How long an order sheet is good for.</summary>
    public TimeSpan SheetLifetime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How many percent of its total an order earns that spends so many points.</summary>
    public int PercentEarned(long pointsUsed) => pointsUsed > 0 && !EarnWhenSpending ? 0 : EarnPercent;

    /// <summary>The points that a paid order earns.</summary>
    public long PointsEarned(long totalWon, long pointsUsed) => checked(totalWon * PercentEarned(pointsUsed)) / 100;
}
