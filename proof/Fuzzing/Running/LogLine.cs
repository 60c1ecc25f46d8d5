namespace KakaoWorkflow.Proof.Fuzzing.Running;

/// <summary>A line that a function logged.</summary>
/// <param name="Level">Its level, as Lambda spells it.</param>
/// <param name="Template">The message's template.</param>
/// <param name="Text">Everything, values included.</param>
internal sealed record LogLine(string Level, string Template, string Text);
