namespace KakaoWorkflow.Emulator.StepFunctions.Language;

/// <summary>The values of <see cref="Diagnostic.Code"/>; the first three are AWS's own.</summary>
internal static class DiagnosticCode
{
    /// <summary>The text is not JSON, is too long, or a field has the wrong type, name or value.</summary>
    public const string SchemaValidationFailed = "SCHEMA_VALIDATION_FAILED";

    /// <summary>
    /// <c>StartAt</c>, <c>Next</c> or <c>Default</c> names a state that its <c>States</c> does not have, or no path
    /// leads to a state.
    /// </summary>
    public const string MissingTransitionTarget = "MISSING_TRANSITION_TARGET";

    /// <summary>Two states anywhere in the definition have the same name.</summary>
    public const string DuplicateStateName = "DUPLICATE_STATE_NAME";

    /// <summary>A part of the language or a service integration that exists on AWS and is not supported here.</summary>
    public const string Unsupported = "UNSUPPORTED";

    /// <summary>A JSONPath or reference path cannot be parsed, or is not allowed in its place.</summary>
    public const string InvalidPath = "INVALID_PATH";

    /// <summary>An intrinsic function call cannot be parsed.</summary>
    public const string InvalidIntrinsic = "INVALID_INTRINSIC";

    /// <summary>A task token is needed and not used, or used where none exists.</summary>
    public const string TaskToken = "TASK_TOKEN";
}
