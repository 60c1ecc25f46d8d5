namespace KakaoWorkflow.Orders;

/// <summary>One line of an order at the price that the customer saw.</summary>
/// <param name="ItemId">The menu item's id.</param>
/// <param name="Name">The menu item's name.</param>
/// <param name="UnitPriceWon">The price of one, VAT included.</param>
/// <param name="Quantity">How many; at least 1.</param>
public sealed record OrderLine(string ItemId, string Name, long UnitPriceWon, int Quantity)
{
    /// <summary>Unit price × quantity.</summary>
    public long TotalWon => checked(UnitPriceWon * Quantity);
}
