using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Board;

/// <summary>What a move did.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Order">The order as it is after it.</param>
public sealed record MovedOrder(MoveOutcome Outcome, Order Order);
