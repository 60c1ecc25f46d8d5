namespace KakaoWorkflow.Emulator.Lambda;

/// <summary>A function's program.</summary>
/// <param name="Command">The program and its arguments; <c>_HANDLER</c> tells it which function it is.</param>
/// <param name="CodeFolder">Where the code is (<c>LAMBDA_TASK_ROOT</c>).</param>
internal sealed record FunctionProgram(IReadOnlyList<string> Command, string CodeFolder);
