using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Pricing;

/// <summary>What an order costs.</summary>
/// <param name="Lines">At today's prices.</param>
/// <param name="TotalWon">The sum of the lines.</param>
/// <param name="PointsUsed">How much of it points pay.</param>
/// <param name="PointsToEarn">What the order earns when it is paid.</param>
public sealed record Price(IReadOnlyList<OrderLine> Lines, long TotalWon, long PointsUsed, long PointsToEarn)
{
    /// <summary>What KakaoPay collects.</summary>
    public long AmountDueWon => TotalWon - PointsUsed;

    /// <summary>The lines in a few words: the first one's name, and how many more there are.</summary>
    public string ItemName => Lines.Count == 1 ? Lines[0].Name : $"{Lines[0].Name} 외 {Lines.Count - 1}건";

    /// <summary>How many pieces in all.</summary>
    public int Quantity => Lines.Sum(line => line.Quantity);
}
