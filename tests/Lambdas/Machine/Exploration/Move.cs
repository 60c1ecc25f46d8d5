using KakaoWorkflow.Emulator.StepFunctions.Language.Data;

namespace KakaoWorkflow.Tests.Lambdas.Machine.Exploration;

/// <summary>One way in which a state can be left.</summary>
/// <param name="Error">The error that was caught; null for the way without an error.</param>
/// <param name="Next">The state that follows; null for the end of the execution.</param>
/// <param name="Output">What goes on.</param>
/// <param name="Variables">The variables after it.</param>
internal sealed record Move(string? Error, string? Next, JsonNode? Output, VariableScope Variables);
