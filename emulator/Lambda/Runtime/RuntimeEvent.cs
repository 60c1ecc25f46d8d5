namespace KakaoWorkflow.Emulator.Lambda.Runtime;

/// <summary>An event for a function's process.</summary>
/// <param name="Call">The invocation.</param>
/// <param name="Deadline">When the process will be killed.</param>
internal sealed record RuntimeEvent(FunctionCall Call, DateTimeOffset Deadline);
