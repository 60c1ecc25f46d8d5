namespace KakaoWorkflow.Emulator.StepFunctions.Language.JsonPaths.Conditions;

/// <summary>What a comparison compares; the names begin the operators' names.</summary>
internal enum ComparedType
{
    String,
    Numeric,
    Boolean,
    Timestamp,
}
