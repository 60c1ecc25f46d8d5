using KakaoWorkflow.Emulator.StepFunctions.Language.Data;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Choices;

/// <summary>What a Choice state chose.</summary>
/// <param name="Next">The state that follows.</param>
/// <param name="Assign">The variables to set on the way; their <c>$</c> is the effective input.</param>
internal sealed record ChoiceOutcome(string Next, VariableAssignments Assign);
