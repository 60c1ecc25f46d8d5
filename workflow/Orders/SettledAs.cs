namespace KakaoWorkflow.Orders;

/// <summary>
/// What a person has found in KakaoPay's own pages about a payment that no inquiry tells; the names are the ones in the table and in the
/// command.
/// </summary>
public static class SettledAs
{
    /// <summary>The order's amount is captured, and the café has it.</summary>
    public const string Captured = "captured";

    /// <summary>Nothing is captured.</summary>
    public const string NotCaptured = "not-captured";

    /// <summary>It was captured, and the customer has it back, through KakaoPay or by other means.</summary>
    public const string Refunded = "refunded";

    /// <summary>Each of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Captured, NotCaptured, Refunded];
}
