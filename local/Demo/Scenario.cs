namespace KakaoWorkflow.Local.Demo;

/// <summary>One story that the demo plays.</summary>
/// <param name="Name">Its title.</param>
/// <param name="EndStatus">The status that its order must end with; null when there must be no order at all.</param>
/// <param name="Play">Plays it up to the last deed of the customer or the staff; the demo then waits for the order's end.</param>
internal sealed record Scenario(string Name, string? EndStatus, Func<Scene, Task> Play);
