namespace KakaoWorkflow.Emulator.StepFunctions.Language.Failures;

/// <summary>Whether retry delays are spread at random.</summary>
internal enum JitterStrategy
{
    /// <summary>The delay is what the arithmetic gives.</summary>
    None,

    /// <summary>The delay is anything from zero to what the arithmetic gives.</summary>
    Full,
}
