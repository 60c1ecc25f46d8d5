using KakaoWorkflow.Board;

namespace KakaoWorkflow.Lambdas.Operations;

/// <summary>What MoveOrder answers.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Outcome">One of <see cref="MoveOutcome"/>.</param>
/// <param name="Status">The order's status.</param>
/// <param name="Preparation">How far it is now; null when the board has not heard of it.</param>
internal sealed record MoveAnswer(string OrderId, string Outcome, string Status, string? Preparation = null);
