namespace KakaoWorkflow.Board;

/// <summary>One line of an order, as a barista reads it.</summary>
/// <param name="Name">The menu item's name.</param>
/// <param name="Quantity">How many are to be made; what was refunded or is being refunded is not among them.</param>
public sealed record BoardLine(string Name, long Quantity);
