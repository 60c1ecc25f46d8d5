namespace KakaoWorkflow.Board;

/// <summary>What became of a barista's move.</summary>
public enum MoveOutcome
{
    /// <summary>The order is a step further, or a step back.</summary>
    Moved,

    /// <summary>It was there already; nothing was written.</summary>
    AlreadyThere,

    /// <summary>Another step comes first, or it is further already; nothing was written.</summary>
    OutOfTurn,

    /// <summary>It was called back or refunded, so it is not to be made; nothing was written.</summary>
    Recalled,

    /// <summary>It is not paid, or the board has not heard of it yet; nothing was written.</summary>
    NotOnBoard,

    /// <summary>It was moved <see cref="MoveOrder.MaxMoves"/> times; nothing was written.</summary>
    TooOften,
}
