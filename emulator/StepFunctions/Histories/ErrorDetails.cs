namespace KakaoWorkflow.Emulator.StepFunctions.Histories;

/// <summary>A task or an execution failed, timed out or was stopped.</summary>
/// <param name="Error">The error's name; null when a caller gave none.</param>
/// <param name="Cause">What happened; null when nothing is known.</param>
/// <param name="Task">What was called; null for executions and for a bare function ARN.</param>
internal sealed record ErrorDetails(string? Error, string? Cause, TaskReference? Task = null) : EventDetails
{
    /// <summary>The longest error name, in characters (AWS).</summary>
    public const int MaxErrorLength = 256;

    /// <summary>The longest cause, in characters (AWS).</summary>
    public const int MaxCauseLength = 32_768;

    /// <summary>Details of what a function or service said, cut to the lengths that AWS keeps.</summary>
    public static ErrorDetails Of(string? error, string? cause, TaskReference? task = null) =>
        new(Cut(error, MaxErrorLength), Cut(cause, MaxCauseLength), task);

    private static string? Cut(string? text, int length) => text?.Length > length
        ? text[..(char.IsSurrogatePair(text[length - 1], text[length]) ? length - 1 : length)]
        : text;
}
