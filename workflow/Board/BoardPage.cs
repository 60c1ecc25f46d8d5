namespace KakaoWorkflow.Board;

/// <summary>The board at one moment.</summary>
/// <param name="At">The moment, so that whoever shows ages does not need a clock that agrees.</param>
/// <param name="Orders">The orders, the one that was paid first before all others.</param>
/// <param name="IsComplete">False when the café has more orders than a page holds; then some that are made are missing first.</param>
public sealed record BoardPage(DateTimeOffset At, IReadOnlyList<BoardOrder> Orders, bool IsComplete);
