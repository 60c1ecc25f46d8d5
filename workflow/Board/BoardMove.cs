using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Board;

/// <summary>What a barista does with an order; the names are the ones of the commands and of the function's event.</summary>
public static class BoardMove
{
    /// <summary>Begins to make it.</summary>
    public const string Start = "start";

    /// <summary>Has made it.</summary>
    public const string Made = "made";

    /// <summary>Has handed it out.</summary>
    public const string PickedUp = "picked-up";

    /// <summary>Takes the last step back.</summary>
    public const string Undo = "undo";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Start, Made, PickedUp, Undo];

    /// <summary>The step to which a move leads; null for an undo, which leads to the one before.</summary>
    internal static string? Target(string move) => move switch
    {
        Start => Preparation.Making,
        Made => Preparation.Made,
        PickedUp => Preparation.PickedUp,
        _ => null,
    };
}
