namespace KakaoWorkflow.Menu;

/// <summary>Something that the café sells.</summary>
/// <param name="ItemId">A stable id of ASCII letters, digits and hyphens.</param>
/// <param name="Name">The name that the chatbot's menu entity resolves to.</param>
/// <param name="PriceWon">The price of one, VAT included.</param>
/// <param name="SoldOut">Whether it cannot be ordered now.</param>
public sealed record MenuItem(string ItemId, string Name, long PriceWon, bool SoldOut);
