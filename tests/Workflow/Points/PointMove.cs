namespace KakaoWorkflow.Tests.Workflow.Points;

/// <summary>One step of a member's history. Numbers pick from what there is then, so any list of moves is a history.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Pick">Which order, or how many points.</param>
/// <param name="Line">What is bought.</param>
internal sealed record PointMove(PointMoveKind Kind, int Pick, OrderLine Line);
