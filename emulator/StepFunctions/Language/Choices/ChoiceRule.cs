using KakaoWorkflow.Emulator.StepFunctions.Language.Data;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Choices;

/// <summary>One entry of <c>Choices</c>.</summary>
/// <param name="Condition">When it matches.</param>
/// <param name="Next">The state that follows then.</param>
/// <param name="Data">How data goes on then.</param>
internal sealed record ChoiceRule(Condition Condition, string Next, DataFlow Data)
{
    /// <summary>The author's remark, or null.</summary>
    public string? Comment { get; init; }
}
