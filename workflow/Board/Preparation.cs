namespace KakaoWorkflow.Board;

/// <summary>How far the café is with a paid order.</summary>
public static class Preparation
{
    /// <summary>Paid, not begun.</summary>
    public const string ToMake = "TO_MAKE";

    /// <summary>Made, waiting at the counter.</summary>
    public const string Made = "MADE";

    /// <summary>The customer has it.</summary>
    public const string PickedUp = "PICKED_UP";
}
