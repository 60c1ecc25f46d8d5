namespace KakaoWorkflow.Orders;

/// <summary>How far the café is with a paid order. An order takes one step after the other, and an undo takes one back.</summary>
public static class Preparation
{
    /// <summary>Paid, not begun.</summary>
    public const string ToMake = "TO_MAKE";

    /// <summary>Somebody makes it; from here on the customer cannot cancel it in the chat.</summary>
    public const string Making = "MAKING";

    /// <summary>Made, waiting at the counter.</summary>
    public const string Made = "MADE";

    /// <summary>The customer has it.</summary>
    public const string PickedUp = "PICKED_UP";

    /// <summary>All of them, in their order.</summary>
    public static IReadOnlyList<string> Steps { get; } = [ToMake, Making, Made, PickedUp];

    /// <summary>The step before one; null before the first, or when it is none.</summary>
    public static string? Before(string? step) => step switch
    {
        Making => ToMake,
        Made => Making,
        PickedUp => Made,
        _ => null,
    };
}
