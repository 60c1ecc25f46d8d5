namespace KakaoWorkflow.Inspecting;

/// <summary>An order's way through the state machine, as its execution's history tells it.</summary>
/// <param name="States">The states in the order in which they were entered.</param>
/// <param name="Status">The execution's status; null when there is no execution, or none any more.</param>
public sealed record OrderPath(IReadOnlyList<string> States, string? Status);
