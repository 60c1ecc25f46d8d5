namespace KakaoWorkflow.Tests.Lambdas.Texts;

/// <summary>How an order of three cups is paid.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="UnitPriceWon">The price of a cup.</param>
/// <param name="PointsUsed">How much of it points pay.</param>
/// <param name="EarnedPoints">What it earns when it is paid.</param>
/// <param name="DebtPaidPoints">How much of that pays debt.</param>
internal sealed record PaymentShape(string Name, long UnitPriceWon, long PointsUsed, long EarnedPoints, long DebtPaidPoints = 0)
{
    public const int Quantity = 3;

    public static IReadOnlyList<PaymentShape> All { get; } =
    [
        new("money", 4_500, 0, 1_350),
        new("money, in debt", 4_500, 0, 1_350, 900),
        new("money and points", 4_500, 2_000, 0),
        new("points", 4_500, 13_500, 0),
        new("free", 0, 0, 0),
    ];

    public long TotalWon => UnitPriceWon * Quantity;

    public long AmountDueWon => TotalWon - PointsUsed;
}
