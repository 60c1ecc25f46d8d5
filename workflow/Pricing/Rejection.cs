namespace KakaoWorkflow.Pricing;

/// <summary>Why an order is refused. The codes are stored on the order and turned into Korean where the customer reads them.</summary>
public static class Rejection
{
    /// <summary>The menu has no such item.</summary>
    public const string UnknownItem = "UNKNOWN_ITEM";

    /// <summary>The item is sold out.</summary>
    public const string SoldOut = "SOLD_OUT";

    /// <summary>The quantity is below 1 or above the limit.</summary>
    public const string BadQuantity = "BAD_QUANTITY";

    /// <summary>The order has no line or too many.</summary>
    public const string BadLines = "BAD_LINES";

    /// <summary>More points than the order costs, or fewer than none.</summary>
    public const string BadPoints = "BAD_POINTS";

    /// <summary>More points than are available.</summary>
    public const string InsufficientPoints = "INSUFFICIENT_POINTS";

    /// <summary>What is left to pay is less than KakaoPay collects.</summary>
    public const string BelowMinimumPayment = "BELOW_MINIMUM_PAYMENT";

    /// <summary>What is left to pay is more than KakaoPay collects.</summary>
    public const string AboveMaximumPayment = "ABOVE_MAXIMUM_PAYMENT";

    /// <summary>The order sheet is too old, or there is none.</summary>
    public const string SheetExpired = "SHEET_EXPIRED";

    /// <summary>Something on the sheet costs another price now.</summary>
    public const string PriceChanged = "PRICE_CHANGED";

    /// <summary>The customer has another order that is not settled.</summary>
    public const string AnotherOrderOpen = "ANOTHER_ORDER_OPEN";

    /// <summary>The member's account is gone.</summary>
    public const string NotAMember = "NOT_A_MEMBER";

    /// <summary>The order ended before this step.</summary>
    public const string Ended = "ENDED";
}
