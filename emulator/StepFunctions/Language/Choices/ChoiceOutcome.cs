using KakaoWorkflow.Emulator.StepFunctions.Language.Data;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Choices;

/// <summary>What a Choice state chose.</summary>
/// <param name="Next">The state that follows.</param>
/// <param name="Data">How data goes on to it.</param>
internal sealed record ChoiceOutcome(string Next, DataFlow Data);
