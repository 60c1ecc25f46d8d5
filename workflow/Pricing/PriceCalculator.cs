using KakaoWorkflow.Menu;
using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Pricing;

/// <summary>Prices order lines: pure arithmetic, the same at the order sheet and at the quote.</summary>
public static class PriceCalculator
{
    /// <summary>Prices an order.</summary>
    /// <param name="wanted">Item ids and quantities, as asked for.</param>
    /// <param name="menu">The menu as it is now.</param>
    /// <param name="pointsUsed">The points to spend; 0 for none.</param>
    /// <param name="rules">The café's settings.</param>
    public static PricingResult Calculate(
        IReadOnlyList<(string ItemId, int Quantity)> wanted, IReadOnlyList<MenuItem> menu, long pointsUsed, PricingRules rules)
    {
        if (wanted.Count < 1 || wanted.Count > rules.MaxLines)
            return PricingResult.Refused(Rejection.BadLines);

        var lines = new List<OrderLine>(wanted.Count);
        foreach (var (itemId, quantity) in wanted)
        {
            if (quantity < 1 || quantity > rules.MaxQuantity)
                return PricingResult.Refused(Rejection.BadQuantity);
            var item = menu.FirstOrDefault(item => item.ItemId == itemId);
            if (item is null)
                return PricingResult.Refused(Rejection.UnknownItem);
            if (item.SoldOut)
                return PricingResult.Refused(Rejection.SoldOut);
            lines.Add(new OrderLine(item.ItemId, item.Name, item.PriceWon, quantity));
        }

        var totalWon = lines.Sum(line => line.TotalWon);
        if (pointsUsed < 0 || pointsUsed > totalWon)
            return PricingResult.Refused(Rejection.BadPoints);
        var price = new Price(lines, totalWon, pointsUsed, rules.PointsEarned(totalWon, pointsUsed));
        if (price.AmountDueWon > 0 && price.AmountDueWon < rules.MinPaymentWon)
            return PricingResult.Refused(Rejection.BelowMinimumPayment);
        if (price.AmountDueWon > rules.MaxPaymentWon)
            return PricingResult.Refused(Rejection.AboveMaximumPayment);
        return new PricingResult(price, null);
    }
}
